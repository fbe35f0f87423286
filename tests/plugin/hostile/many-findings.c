/* Complains a million times. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  const sheaf_host* host = raw_host(section);
  for (int i = 0; i < 1000000; ++i)
    host->diag(host->ctx, SHEAF_WARNING, raw_str("a-finding"), 0, raw_str("Not good"));
  return carry_on(section, out);
}

RAW_PLUGIN(PLUGIN_ID, render)
