/* Waits for what never comes, and does nothing meanwhile. */
#define ID "falls-asleep"
#include "defect.h"

#include <unistd.h>

static sheaf_rc fault(const defect_call* call) {
  while (!call->host->cancelled(call->host->ctx)) pause();
  return SHEAF_CANCELLED;
}
