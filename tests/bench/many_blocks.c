/* Writes as many paragraphs as it is told, as fast as it can. */
#include <sheaf/abi.h>

#define MANIFEST                                                                                 \
  "{\"id\":\"many-blocks\",\"version\":\"1.0.0\",\"title\":\"Many blocks\",\"generation\":1,"    \
  "\"blocks\":[\"paragraph/1\"],\"parameters\":{\"type\":\"object\",\"properties\":{\"blocks\":" \
  "{\"type\":\"integer\",\"description\":\"How many\"}}}}"

SHEAF_MANIFEST static const char manifest[sizeof(MANIFEST) - 1] = MANIFEST;

static sheaf_rc create(const sheaf_host* host, sheaf_str id, sheaf_section** out) {
  (void)id;
  *out = (sheaf_section*)(void*)host;
  return SHEAF_OK;
}

static sheaf_rc render(sheaf_section* section, const sheaf_values* in, const sheaf_builder* out) {
  const sheaf_host* host = (const sheaf_host*)(const void*)section;
  const sheaf_kind kind = host->intern(host->ctx, (sheaf_str){"paragraph/1", 11});
  const sheaf_node count = in->get(in->ctx, in->root, (sheaf_str){"blocks", 6});
  const int64_t blocks = in->i64(in->ctx, count, 0);
  for (int64_t i = 0; i < blocks; ++i) {
    out->open(out->ctx, kind, 0);
    out->text(out->ctx, (sheaf_str){"A paragraph of some words", 25});
    out->close(out->ctx);
  }
  return SHEAF_OK;
}

static const sheaf_plugin plugin = {sizeof(sheaf_plugin),
                                    SHEAF_MINOR,
                                    0,
                                    0,
                                    {"many-blocks", 11},
                                    {"1.0.0", 5},
                                    {"C", 1},
                                    {manifest, sizeof(manifest)},
                                    create,
                                    0,
                                    render,
                                    0,
                                    0};

SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) {
  (void)host_minor;
  return &plugin;
}
