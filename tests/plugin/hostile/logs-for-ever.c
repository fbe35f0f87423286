/* Logs without end. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  const sheaf_host* host = raw_host(section);
  for (;;)
    host->log(host->ctx, SHEAF_INFO,
              raw_str("Still here, and still talking, about nothing at all"));
  return SHEAF_OK;
}

RAW_PLUGIN(PLUGIN_ID, render)
