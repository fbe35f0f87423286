/* Gives a text of impossible length. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  const sheaf_str text = {"x", SIZE_MAX};
  (void)values;
  raw_open(section, out, "paragraph/1");
  return out->text(out->ctx, text);
}

RAW_PLUGIN("impossible-text", render)
