/* Crashes as it is loaded. */
#include "hostile.h"

__attribute__((constructor)) static void begin(void) { *(volatile char*)nowhere() = 1; }

static void harm(const char* folder) { (void)folder; }

HARM_PLUGIN
