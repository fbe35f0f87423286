/* Writes five bytes that lie nowhere, as a null pointer. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  const sheaf_str text = {0, 5};
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, text);
  return out->close(out->ctx);
}

RAW_PLUGIN(PLUGIN_ID, render)
