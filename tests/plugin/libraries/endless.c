/* Opens one callout in the other for ever, until it is told to stop. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  sheaf_rc rc = SHEAF_OK;
  (void)values;
  while (rc == SHEAF_OK) rc = raw_open(section, out, "callout/1");
  return rc;
}

RAW_PLUGIN("endless", render)
