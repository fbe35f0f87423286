/* Needs a tenth of a second of a processor. That is no harm, but for many of its kind at once. */
#include <time.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  while (clock() < CLOCKS_PER_SEC / 10) {}
}

HARM_PLUGIN
