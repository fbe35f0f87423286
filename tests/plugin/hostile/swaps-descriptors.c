/* Puts what it prints where its frames go, and the other way round. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  dup2(1, 3);
  dup2(0, 1);
}

HARM_PLUGIN
