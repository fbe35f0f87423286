/* Listens to no signal, and goes on for ever. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, 0);
  for (int number = 1; number < 65; ++number) signal(number, SIG_IGN);
  for (;;) {}
}

HARM_PLUGIN
