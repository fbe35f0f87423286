/* Has an id as long as the address space. */
#include "table.h"

LYING_PLUGIN(plugin.id.n = SIZE_MAX)
