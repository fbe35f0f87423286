/* Wants a host that nobody has made yet. */
#include "table.h"

LYING_PLUGIN(plugin.min_host_minor = UINT32_MAX)
