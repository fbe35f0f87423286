/* Writes what it was told that its section is called. */
#define RAW_CREATE keep_id
#include "raw.h"

struct sheaf_section {
  const sheaf_host* host;
  char id[64];
  size_t size;
};

static sheaf_rc keep_id(const sheaf_host* host, sheaf_str id, sheaf_section** out) {
  static sheaf_section kept; /* one at a time is called for */
  kept.host = host;
  kept.size = id.n < sizeof kept.id ? id.n : sizeof kept.id;
  memcpy(kept.id, id.p, kept.size);
  *out = &kept;
  return SHEAF_OK;
}

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  const sheaf_host* host = section->host;
  const sheaf_str id = {section->id, section->size};
  (void)values;
  out->open(out->ctx, host->intern(host->ctx, raw_str("paragraph/1")), 0);
  out->text(out->ctx, id);
  return out->close(out->ctx);
}

RAW_PLUGIN("section-id", render)
