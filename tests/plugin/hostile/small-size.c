/* Says that it is one byte long. */
#include "table.h"

LYING_PLUGIN(plugin.size = 1)
