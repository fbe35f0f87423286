/* Calls itself until there is no stack. */
#include "hostile.h"

static int fall(volatile char* above) {
  volatile char room[4096];
  room[0] = above ? above[0] : 0;
  return room[0] == 77 ? 0 : fall(room) + room[0];
}

static void harm(const char* folder) {
  (void)folder;
  tell("a bottom", fall(0));
}

HARM_PLUGIN
