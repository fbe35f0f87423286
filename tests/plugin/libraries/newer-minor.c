/* Needs a feature level that no host has yet. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  return SHEAF_OK;
}

RAW_PLUGIN_SIZED("newer-minor", render, sizeof(sheaf_plugin), 99)
