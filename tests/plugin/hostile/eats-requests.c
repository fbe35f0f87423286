/* Takes what the engine says to others. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  char bytes[4096];
  for (;;) {
    if (read(3, bytes, sizeof bytes) <= 0) pause();
  }
}

HARM_PLUGIN
