/* Prints ten gigabytes. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  static char line[1 << 16];
  memset(line, 97, sizeof line);
  line[sizeof line - 1] = 10;
  for (long i = 0; i < 10L << 14; ++i) {
    if (write(STDOUT_FILENO, line, sizeof line) < 0) break;
  }
}

HARM_PLUGIN
