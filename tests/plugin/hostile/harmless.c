/* Does no harm: what the others write must look the same. */
#include "hostile.h"

static void harm(const char* folder) { (void)folder; }

HARM_PLUGIN
