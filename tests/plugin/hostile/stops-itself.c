/* Stops, and waits for somebody to let it go on. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  kill(getpid(), SIGSTOP);
}

HARM_PLUGIN
