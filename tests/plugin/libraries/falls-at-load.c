/* Comes to no section: FALLS_BY ends it as it is loaded. */
#include "raw.h"

#include <signal.h>

__attribute__((constructor)) static void fall(void) { (void)raise(FALLS_BY); }

static sheaf_rc render(sheaf_section* section, const sheaf_values* values,
                       const sheaf_builder* out) {
  (void)section, (void)values, (void)out;
  return SHEAF_OK;
}

RAW_PLUGIN(PLUGIN_ID, render)
