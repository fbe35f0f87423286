/* Ends like a process that the system ends. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  kill(getpid(), SIGKILL);
}

HARM_PLUGIN
