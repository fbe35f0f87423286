/* Runs what is no instruction. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  __builtin_trap();
}

HARM_PLUGIN
