/* Takes two seconds to be loaded, and two more for a section. */
#include <unistd.h>

#include "raw.h"

__attribute__((constructor)) static void start(void) { sleep(2); }

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)values;
  sleep(2);
  raw_open(section, out, "paragraph/1");
  out->text(out->ctx, raw_str("At last"));
  return out->close(out->ctx);
}

RAW_PLUGIN("slow-start", render)
