/* Has a signal ignored that others may wait for. */
#define ID "changes-signals"
#include "defect.h"

#include <signal.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return signal(SIGTERM, SIG_IGN) == SIG_ERR ? SHEAF_E_INTERNAL : SHEAF_OK;
}
