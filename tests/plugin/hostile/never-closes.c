/* Does not end what it begins, and says that all is well. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  raw_open(section, out, "paragraph/1");
  return SHEAF_OK;
}

RAW_PLUGIN(PLUGIN_ID, render)
