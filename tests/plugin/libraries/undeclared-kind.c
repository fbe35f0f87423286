/* Writes facts, which its manifest does not declare. */
#include "raw.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)values;
  raw_open(section, out, "facts/1");
  return out->close(out->ctx);
}

RAW_PLUGIN("undeclared-kind", render)
