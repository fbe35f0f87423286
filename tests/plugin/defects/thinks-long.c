/* Takes a tenth of a second each time, which is no fault. */
#define ID "thinks-long"
#include "defect.h"

#include <time.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  const clock_t end = clock() + CLOCKS_PER_SEC / 10;
  while (clock() < end) {}
  return SHEAF_OK;
}
