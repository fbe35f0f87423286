/* Ends the process from a thread, while the section is being written. */
#include "hostile.h"

static void* leave(void* nothing) {
  _exit(0);
  return nothing;
}

static void harm(const char* folder) {
  pthread_t thread;
  (void)folder;
  pthread_create(&thread, 0, leave, 0);
  for (;;) pause();
}

HARM_PLUGIN
