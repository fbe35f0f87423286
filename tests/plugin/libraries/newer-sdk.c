/* A plugin of a later SDK that asks what the host has: the members that it would like are not
 * there, in the host, the values or the builder, and it does without them. */
#include "raw.h"

typedef struct {
  sheaf_host known;
  void(SHEAF_CALL* later)(void* ctx);
} later_host;
typedef struct {
  sheaf_values known;
  sheaf_node later;
} later_values;
typedef struct {
  sheaf_builder known;
  sheaf_rc(SHEAF_CALL* later)(void* ctx);
} later_builder;

/* SHEAF_HAS() for a struct that begins with one of minor 0. */
#define HAS_LATER(T, s) ((s)->size >= offsetof(T, later) + sizeof(((const T*)(s))->later))

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  const sheaf_host* host = raw_host(section);
  const int has_any = HAS_LATER(later_host, host) || HAS_LATER(later_values, values) ||
                      HAS_LATER(later_builder, out);
  const int has_all = SHEAF_HAS(sheaf_host, host, cancelled) &&
                      SHEAF_HAS(sheaf_values, values, text) && SHEAF_HAS(sheaf_builder, out, close);
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, raw_str(has_any   ? "Has what is yet to come"
                              : has_all ? "Does without"
                                        : "Lacks what minor 0 has"));
  return out->close(out->ctx);
}

RAW_PLUGIN("newer-sdk", render)
