/* Crashes when it is unloaded, long after its section. */
#include "hostile.h"

__attribute__((destructor)) static void end(void) { *(volatile char*)nowhere() = 1; }

static void harm(const char* folder) {
  (void)folder;
  atexit(end);
}

HARM_PLUGIN
