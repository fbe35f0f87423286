/* Ends the only thread, but not the process. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  pthread_exit(0);
}

HARM_PLUGIN
