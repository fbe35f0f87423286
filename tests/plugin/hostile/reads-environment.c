/* Prints all of its environment. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  for (char** at = environ; *at; ++at) dprintf(STDOUT_FILENO, "environment %s\n", *at);
  tell("HOME", getenv("HOME") ? 0 : -1);
}

HARM_PLUGIN
