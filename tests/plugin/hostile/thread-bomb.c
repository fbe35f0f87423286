/* Starts threads until it may not, and waits. */
#include "hostile.h"

static void* idle(void* nothing) {
  for (;;) pause();
  return nothing;
}

static void harm(const char* folder) {
  pthread_t thread;
  (void)folder;
  while (pthread_create(&thread, 0, idle, 0) == 0) {}
  for (;;) pause();
}

HARM_PLUGIN
