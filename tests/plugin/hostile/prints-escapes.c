/* Prints what would rule a terminal, and crashes. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  dprintf(STDERR_FILENO, "\x1b]0;owned\x07\x1b[2Jerror\x9b\xff\xfe: \r\bhello\n");
  abort();
}

HARM_PLUGIN
