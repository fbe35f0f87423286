/* Keeps a value from the first render and places it in the second. */
#include "raw.h"

static sheaf_node kept;

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  raw_open(section, out, "paragraph/1");
  if (kept == 0) kept = values->get(values->ctx, values->root, raw_str("text"));
  out->place(out->ctx, kept);
  return out->close(out->ctx);
}

RAW_PLUGIN("keeps-values", render)
