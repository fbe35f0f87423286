/* Handles its own crash by crashing again. */
#include "hostile.h"

static void again(int number) {
  signal(number, again);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
}

static void harm(const char* folder) {
  (void)folder;
  signal(SIGSEGV, again);
  *(volatile char*)nowhere() = 1; /* for ever */
}

HARM_PLUGIN
