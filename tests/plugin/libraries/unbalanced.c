/* Leaves a paragraph open. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)values;
  return raw_open(section, out, "paragraph/1");
}

RAW_PLUGIN("unbalanced", render)
