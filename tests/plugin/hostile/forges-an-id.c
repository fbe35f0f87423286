/* Reports an error under an id of the engine's own, which says that the machine is at fault. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)values;
  const sheaf_host* host = raw_host(section);
  host->diag(host->ctx, SHEAF_ERROR, raw_str("missing-font"), 0,
             raw_str("The font Arial is not installed"));
  return carry_on(section, out);
}

RAW_PLUGIN(PLUGIN_ID, render)
