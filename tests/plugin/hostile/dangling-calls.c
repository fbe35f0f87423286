/* Has its functions where nothing is. */
#include "table.h"

LYING_PLUGIN(memcpy(&plugin.render, (void*[]){nowhere()}, sizeof(void*)))
