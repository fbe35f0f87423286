/* Goes on for ever, deaf to all. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  for (volatile unsigned long turns = 0;; ++turns) {}
}

HARM_PLUGIN
