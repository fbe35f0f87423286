/* Opens a descriptor and never closes it. */
#define ID "leaks-descriptor"
#include "defect.h"

#include <unistd.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return dup(0) < 0 ? SHEAF_E_INTERNAL : SHEAF_OK;
}
