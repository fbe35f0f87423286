/* Writes paragraphs for ever, whatever it is told. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  for (;;) carry_on(section, out);
  return SHEAF_OK;
}

RAW_PLUGIN(PLUGIN_ID, render)
