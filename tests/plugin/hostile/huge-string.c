/* Writes a text of half a gigabyte. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  const size_t size = 1 << 29;
  char* text = malloc(size);
  const sheaf_str all = {text, size};
  if (!text) return SHEAF_E_LIMIT;
  memset(text, 97, size);
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, all);
  return out->close(out->ctx);
}

RAW_PLUGIN(PLUGIN_ID, render)
