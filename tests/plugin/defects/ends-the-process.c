/* Ends the process as if all were done. */
#define ID "ends-the-process"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  exit(0);
}
