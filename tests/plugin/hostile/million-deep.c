/* Puts a million lists into each other, whatever it is told. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  for (int i = 0; i < 1000000; ++i) {
    raw_open(section, out, i % 2 ? "item/1" : "list/1");
  }
  return SHEAF_OK;
}

RAW_PLUGIN(PLUGIN_ID, render)
