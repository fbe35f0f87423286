/* Sets a variable of the environment. */
#define ID "changes-environment"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return setenv("TZ", "Europe/London", 1) == 0 ? SHEAF_OK : SHEAF_E_INTERNAL;
}
