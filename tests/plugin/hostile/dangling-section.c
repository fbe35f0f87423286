/* Makes a section that lies nowhere, and uses it. */
#include "table.h"

static sheaf_rc create(const sheaf_host* host, sheaf_str id, sheaf_section** out) {
  (void)host, (void)id;
  *out = nowhere();
  return SHEAF_OK;
}

LYING_PLUGIN(plugin.create = create)
