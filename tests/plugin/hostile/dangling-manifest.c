/* Has its manifest where nothing is. */
#include "table.h"

LYING_PLUGIN(plugin.manifest.p = nowhere())
