/* Writes bytes that are no text: overlong, a surrogate, beyond Unicode. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, raw_str("\xc0\xaf \xed\xa0\x80 \xf5\x80\x80\x80"));
  return out->close(out->ctx);
}

RAW_PLUGIN(PLUGIN_ID, render)
