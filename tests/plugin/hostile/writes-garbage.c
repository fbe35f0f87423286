/* Writes garbage to all descriptors. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  char garbage[4096];
  for (size_t i = 0; i < sizeof garbage; ++i) garbage[i] = (char)(i * 37 + 11);
  for (int number = 3; number < 1024; ++number) {
    if (write(number, garbage, sizeof garbage) < 0) continue;
  }
}

HARM_PLUGIN
