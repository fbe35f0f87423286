/* Waits for a better day. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  for (;;) sleep(1000);
}

HARM_PLUGIN
