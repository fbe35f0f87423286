/* Says that its table is smaller than that of any generation 1 plugin. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  return SHEAF_OK;
}

RAW_PLUGIN_SIZED("small-struct", render, 16, 0)
