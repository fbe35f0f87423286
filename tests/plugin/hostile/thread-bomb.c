/* Starts threads until it may not, and leaves them running. */
#include "hostile.h"

static void* idle(void* nothing) {
  for (;;) pause();
  return nothing;
}

static void harm(const char* folder) {
  pthread_t thread;
  int started = 0;
  (void)folder;
  while (started < 100000 && pthread_create(&thread, 0, idle, 0) == 0) ++started;
  tell("a hundred thousand threads", started == 100000 ? 0 : -1);
}

HARM_PLUGIN
