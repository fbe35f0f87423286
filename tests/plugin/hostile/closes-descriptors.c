/* Closes all descriptors. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  for (int number = 0; number < 1024; ++number) close(number);
}

HARM_PLUGIN
