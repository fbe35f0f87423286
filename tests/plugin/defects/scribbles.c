/* Writes over all memory that it shares with whoever checks it, and ends the process. */
#define ID "scribbles"
#include <stdio.h>

#include "defect.h"

static void scribble_over(const char* mapping) {
  unsigned long begin = 0, end = 0;
  if (strstr(mapping, " rw-s ") && sscanf(mapping, "%lx-%lx", &begin, &end) == 2) {
    memset((void*)begin, 'A', end - begin);
  }
}

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  char mapping[512];
  FILE* maps = freopen("/proc/self/maps", "r", stdin);
  while (maps && fgets(mapping, sizeof mapping, maps)) scribble_over(mapping);
  exit(0);
}
