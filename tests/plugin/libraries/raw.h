/* A section plugin in plain C, without the wrapper: for those that break the contract on purpose.
 */
#ifndef SHEAF_TESTS_RAW_H
#define SHEAF_TESTS_RAW_H

#include <sheaf/abi.h>
#include <string.h>

#define RAW_MANIFEST(id)                                                                   \
  "{\"id\":\"" id                                                                          \
  "\",\"version\":\"1.0.0\",\"title\":\"In plain C\",\"generation\":1,"                    \
  "\"blocks\":[\"paragraph/1\",\"list/1\",\"table/1\",\"figure/1\",\"callout/"             \
  "1\"],\"parameters\":{"                                                                  \
  "\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\",\"description\":\"A " \
  "text\"}}}}"

static inline sheaf_str raw_str(const char* text) {
  sheaf_str str = {text, 0};
  str.n = strlen(text);
  return str;
}

/* The host behind the section, as the wrapper does it. */
static inline const sheaf_host* raw_host(sheaf_section* section) {
  return (const sheaf_host*)(const void*)section;
}

static inline sheaf_rc raw_open(sheaf_section* section, const sheaf_builder* out,
                                const char* kind) {
  const sheaf_host* host = raw_host(section);
  return out->open(out->ctx, host->intern(host->ctx, raw_str(kind)), 0);
}

#ifndef RAW_CREATE
#define RAW_CREATE raw_create
#endif
static inline sheaf_rc raw_create(const sheaf_host* host, sheaf_str id, sheaf_section** out) {
  (void)id;
  *out = (sheaf_section*)(void*)host;
  return SHEAF_OK;
}

/* The manifest, the table and the entry of the plugin `id`, whose render function is `render`. */
#define RAW_PLUGIN_SIZED(id, render, size, min_minor)                                             \
  SHEAF_MANIFEST static const char raw_manifest[sizeof(RAW_MANIFEST(id)) - 1] = RAW_MANIFEST(id); \
  static const sheaf_plugin raw_plugin = {size,                                                   \
                                          SHEAF_MINOR,                                            \
                                          min_minor,                                              \
                                          0,                                                      \
                                          {id, sizeof(id) - 1},                                   \
                                          {"1.0.0", 5},                                           \
                                          {"C", 1},                                               \
                                          {raw_manifest, sizeof(raw_manifest)},                   \
                                          RAW_CREATE,                                             \
                                          0,                                                      \
                                          render,                                                 \
                                          0,                                                      \
                                          0};                                                     \
  SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) {        \
    (void)host_minor;                                                                             \
    return &raw_plugin;                                                                           \
  }
#define RAW_PLUGIN(id, render) RAW_PLUGIN_SIZED(id, render, sizeof(sheaf_plugin), 0)

#endif
