/* For plugins that lie in the table of what they are: `change` is done to a good one. */
#ifndef SHEAF_TESTS_HOSTILE_TABLE_H
#define SHEAF_TESTS_HOSTILE_TABLE_H

#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)values;
  return carry_on(section, out);
}

#define LYING_PLUGIN(change)                                                               \
  SHEAF_MANIFEST static const char manifest[sizeof(RAW_MANIFEST(PLUGIN_ID)) - 1] =         \
      RAW_MANIFEST(PLUGIN_ID);                                                             \
  SHEAF_EXPORT const sheaf_plugin* SHEAF_CALL sheaf_section_entry_1(uint32_t host_minor) { \
    static sheaf_plugin plugin = {sizeof(sheaf_plugin),                                    \
                                  SHEAF_MINOR,                                             \
                                  0,                                                       \
                                  0,                                                       \
                                  {PLUGIN_ID, sizeof(PLUGIN_ID) - 1},                      \
                                  {"1.0.0", 5},                                            \
                                  {"C", 1},                                                \
                                  {manifest, sizeof(manifest)},                            \
                                  raw_create,                                              \
                                  0,                                                       \
                                  render,                                                  \
                                  0,                                                       \
                                  0};                                                      \
    (void)host_minor;                                                                      \
    change;                                                                                \
    return &plugin;                                                                        \
  }

#endif
