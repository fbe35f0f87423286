/* Writes a text as long as the address space. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  const sheaf_str text = {"x", SIZE_MAX};
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, text);
  return out->close(out->ctx);
}

RAW_PLUGIN(PLUGIN_ID, render)
