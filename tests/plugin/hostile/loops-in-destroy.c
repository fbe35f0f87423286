/* Writes its section, and does not come back from destroy. */
#include "table.h"

static void destroy(sheaf_section* section) {
  (void)section;
  for (;;) pause();
}

LYING_PLUGIN(plugin.destroy = destroy)
