/* Waits for what never comes, at work. */
#define ID "goes-round"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  while (!call->host->cancelled(call->host->ctx)) continue;
  return SHEAF_CANCELLED;
}
