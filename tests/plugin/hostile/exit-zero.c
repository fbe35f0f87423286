/* Ends the process as if all were well. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  exit(0);
}

HARM_PLUGIN
