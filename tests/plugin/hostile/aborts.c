/* Gives up. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  abort();
}

HARM_PLUGIN
