/* Fails without a word. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  return SHEAF_E_INTERNAL;
}

RAW_PLUGIN("fails-silently", render)
