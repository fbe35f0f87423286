/* Writes where there is nothing. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  *(volatile char*)nowhere() = 1;
}

HARM_PLUGIN
