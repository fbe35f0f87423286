/* Starts as many small threads as there can be, and waits. */
#include "hostile.h"

static void* idle(void* nothing) {
  for (;;) pause();
  return nothing;
}

static void harm(const char* folder) {
  (void)folder;
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 16384);
  pthread_attr_setguardsize(&small, 0);
  pthread_t thread;
  while (pthread_create(&thread, &small, idle, 0) == 0) {}
  for (;;) pause();
}

HARM_PLUGIN
