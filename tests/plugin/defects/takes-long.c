/* Takes its time. */
#define ID "takes-long"
#include "defect.h"

#include <time.h>

static sheaf_rc fault(const defect_call* call) {
  const struct timespec time = {1, 200000000};
  if (call->host->cancelled(call->host->ctx)) return SHEAF_CANCELLED;
  nanosleep(&time, 0);
  return SHEAF_OK;
}
