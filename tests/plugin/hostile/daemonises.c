/* Leaves a process behind that belongs to nobody. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const pid_t child = fork();
  if (child == 0) {
    setsid();
    if (fork() == 0)
      for (;;) sleep(1000);
    _exit(0);
  }
  tell("a process that belongs to nobody", child);
}

HARM_PLUGIN
