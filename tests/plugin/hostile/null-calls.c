/* Has nothing to call. */
#include "table.h"

LYING_PLUGIN(plugin.render = 0)
