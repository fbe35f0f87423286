/* Opens a kind that no host has interned, and takes no notice of the answer. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values;
  out->open(out->ctx, 4711, 0);
  out->close(out->ctx);
  return SHEAF_OK;
}

RAW_PLUGIN("unknown-kind", render)
