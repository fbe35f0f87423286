/* Has all numbers rounded down. */
#define ID "changes-rounding"
#include "defect.h"

#include <fenv.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return fesetround(FE_DOWNWARD) == 0 ? SHEAF_OK : SHEAF_E_INTERNAL;
}
