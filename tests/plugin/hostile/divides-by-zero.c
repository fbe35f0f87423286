/* Divides by zero, as far as the machine minds. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  volatile int zero = 0;
  tell("one by zero", 1 / zero);
  raise(SIGFPE);
}

HARM_PLUGIN
