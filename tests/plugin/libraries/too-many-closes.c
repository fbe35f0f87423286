/* Ends a block that it has not begun. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values;
  return out->close(out->ctx);
}

RAW_PLUGIN("too-many-closes", render)
