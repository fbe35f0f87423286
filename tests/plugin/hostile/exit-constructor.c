/* Ends the process as it is loaded, as if all were well. */
#include "hostile.h"

__attribute__((constructor)) static void begin(void) { exit(0); }

static void harm(const char* folder) { (void)folder; }

HARM_PLUGIN
