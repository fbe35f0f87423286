/* Tries again and again when it is asked to stop. */
#define ID "ignores-cancel"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  sheaf_rc rc = SHEAF_CANCELLED;
  while (rc == SHEAF_CANCELLED) rc = defect_open(call, "paragraph/1");
  if (rc == SHEAF_OK) rc = call->out->close(call->out->ctx);
  return rc;
}
