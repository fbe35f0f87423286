/* Takes all descriptors there are. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  int number = 0;
  for (int i = 0; i < 100000 && number >= 0; ++i) number = dup(1);
  tell("a hundred thousand descriptors", number);
}

HARM_PLUGIN
