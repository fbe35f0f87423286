/* Reads a file of the user's, writes one of its own, or starts a process. */
#define ID "reaches-out"
#include <stdio.h>
#include <unistd.h>

#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  const int may_read = fopen("/etc/passwd", "r") != NULL;
  const int may_write = fopen("/tmp/sheaf-reaches-out", "w") != NULL;
  const pid_t child = fork();
  if (child == 0) _exit(0);
  if (may_read || may_write || child > 0 || getenv("HOME")) abort();
  return SHEAF_OK;
}
