/* Writes what it was asked to write before. */
#include <stdio.h>

#include "raw.h"

static char before[200] = "nothing";

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  sheaf_str text = {0, 0};
  values->text(values->ctx, values->get(values->ctx, values->root, raw_str("text")), &text);
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, raw_str(before));
  snprintf(before, sizeof before, "%.*s", (int)text.n, text.p);
  return out->close(out->ctx);
}

RAW_PLUGIN("remembers", render)
