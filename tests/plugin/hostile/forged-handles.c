/* Asks for, and places, values that were never given. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  sheaf_str text = {0, 0};
  raw_open(section, out, "paragraph/1");
  for (sheaf_node node = 1; node != 0; node <<= 1) {
    values->text(values->ctx, ~node, &text);
    out->place(out->ctx, ~node);
  }
  return out->close(out->ctx);
}

RAW_PLUGIN(PLUGIN_ID, render)
