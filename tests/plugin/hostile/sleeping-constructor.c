/* Does not come back from being loaded. */
#include "hostile.h"

__attribute__((constructor)) static void begin(void) {
  for (;;) sleep(1000);
}

static void harm(const char* folder) { (void)folder; }

HARM_PLUGIN
