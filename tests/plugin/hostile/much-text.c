/* Writes a gigabyte in pieces. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  static char piece[1 << 20];
  const sheaf_str text = {piece, sizeof piece};
  memset(piece, 97, sizeof piece);
  raw_open(section, out, "paragraph/1");
  for (int i = 0; i < 1024; ++i) out->text(out->ctx, text);
  return out->close(out->ctx);
}

RAW_PLUGIN(PLUGIN_ID, render)
