/* Describes itself where nothing is. */
#include "table.h"

LYING_PLUGIN(return nowhere())
