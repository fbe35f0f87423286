/* Takes addresses without memory. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const int kind = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  tell("64 terabytes", mmap(0, 1ULL << 46, PROT_READ, kind, -1, 0) == MAP_FAILED ? -1 : 0);
  tell("4 gigabytes", mmap(0, 1ULL << 32, PROT_READ, kind, -1, 0) == MAP_FAILED ? -1 : 0);
}

HARM_PLUGIN
