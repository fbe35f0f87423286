/* Complains at length, in escape sequences, under a name that is none. */
#include "hostile.h"

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  static char words[1 << 20];
  const sheaf_host* host = raw_host(section);
  for (size_t i = 0; i + 4 < sizeof words; i += 4) memcpy(words + i, "\x1b[2J", 4);
  words[sizeof words - 1] = 0;
  host->diag(host->ctx, SHEAF_ERROR, raw_str(words), 0, raw_str(words));
  return carry_on(section, out);
}

RAW_PLUGIN(PLUGIN_ID, render)
