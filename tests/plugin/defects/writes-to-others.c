/* Writes to a descriptor that it has not opened. */
#define ID "writes-to-others"
#include "defect.h"

#include <unistd.h>

static sheaf_rc fault(const defect_call* call) {
  for (int number = 3; number < 10; ++number) {
    if (write(number, call->text.p, call->text.n) < 0) continue;
  }
  return SHEAF_OK;
}
