/* Says that it is four gigabytes long. */
#include "table.h"

LYING_PLUGIN(plugin.size = UINT32_MAX)
