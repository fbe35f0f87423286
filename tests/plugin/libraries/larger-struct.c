/* A plugin of a later SDK: its table is longer than this host knows, and it needs nothing of that.
 */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)values;
  raw_open(section, out, "paragraph/1");
  out->attr(out->ctx, raw_str("mood"), raw_str("of a later revision"));
  out->text(out->ctx, raw_str("From the future"));
  return out->close(out->ctx);
}

SHEAF_MANIFEST static const char manifest[sizeof(RAW_MANIFEST("larger-struct")) - 1] =
    RAW_MANIFEST("larger-struct");

static const struct {
  sheaf_plugin known;
  void* later[4];
} plugin = {{sizeof plugin,
             3,
             0,
             0,
             {"larger-struct", 13},
             {"1.0.0", 5},
             {"C", 1},
             {manifest, sizeof(manifest)},
             raw_create,
             0,
             render,
             0,
             0},
            {0, 0, 0, 0}};

SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) {
  (void)host_minor;
  return &plugin.known;
}
