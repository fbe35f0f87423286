/* A good plugin in plain C: says the text it was given, in a paragraph. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  const sheaf_node text = values->get(values->ctx, values->root, raw_str("text"));
  sheaf_rc rc = raw_open(section, out, "paragraph/1");
  if (rc == SHEAF_OK) rc = out->text(out->ctx, raw_str("Said in C: "));
  if (rc == SHEAF_OK) rc = out->place(out->ctx, text);
  if (rc == SHEAF_OK) rc = out->close(out->ctx);
  return rc;
}

RAW_PLUGIN("plain-c", render)
