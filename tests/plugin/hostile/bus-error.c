/* Reads a page of a file beyond its end. */
#include "hostile.h"

static char path[5000];

static void harm(const char* folder) {
  snprintf(path, sizeof path, "%s/report.yaml", folder);
  const int file = open(path, O_RDONLY);
  const volatile char* page = mmap(0, 1 << 20, PROT_READ, MAP_PRIVATE, file, 0);
  tell("what lies beyond the end", page[(1 << 20) - 1]);
}

HARM_PLUGIN
