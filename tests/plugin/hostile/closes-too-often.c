/* Ends more than it began. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  carry_on(section, out);
  for (int i = 0; i < 1000; ++i) out->close(out->ctx);
  return SHEAF_OK;
}

RAW_PLUGIN(PLUGIN_ID, render)
