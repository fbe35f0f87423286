/* Makes the wrong call that its text names, and goes on as if nothing were wrong. */
#include "raw.h"

static sheaf_rc wrong_call(const sheaf_builder* out, const char* name, size_t size) {
  static const char broken[] = "\xff";
  const sheaf_str text = {broken, 1};
#define IS(word) (size == sizeof(word) - 1 && memcmp(name, word, size) == 0)
  if (IS("open")) return out->open(out->ctx, 0, 0);
  if (IS("attr")) return out->attr(out->ctx, raw_str("role"), raw_str("lead"));
  if (IS("text")) return out->text(out->ctx, text);
  if (IS("data")) return out->data(out->ctx, raw_str("image/png"), broken, 1);
  return out->close(out->ctx);
#undef IS
}

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  const sheaf_host* host = raw_host(section);
  sheaf_str name = {0, 0};
  values->text(values->ctx, values->get(values->ctx, values->root, raw_str("text")), &name);
  wrong_call(out, name.p, name.n);
  host->diag(host->ctx, SHEAF_ERROR, raw_str(""), 0, raw_str("It is all right"));
  return SHEAF_OK;
}

RAW_PLUGIN("goes-on-talking", render)
