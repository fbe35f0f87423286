/* Writes Latin-1. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  const sheaf_node text = values->get(values->ctx, values->root, raw_str("text"));
  const sheaf_host* host = raw_host(section);
  out->open(out->ctx, host->intern(host->ctx, raw_str("paragraph/1")), text);
  out->text(out->ctx, raw_str("caf\xE9"));
  return out->close(out->ctx);
}

RAW_PLUGIN("invalid-utf8", render)
