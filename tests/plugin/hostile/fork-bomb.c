/* Starts processes until it may not. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  int started = 0;
  while (started < 400) {
    const pid_t child = fork();
    if (child < 0) break;
    if (child == 0) {
      fork();
      for (;;) sleep(1000);
    }
    ++started;
  }
  tell("a process of its own", started ? 1 : -1);
}

HARM_PLUGIN
