/* Frees what was never given. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  char* block = malloc(64);
  char* volatile middle = block + 24;
  free(middle);
}

HARM_PLUGIN
