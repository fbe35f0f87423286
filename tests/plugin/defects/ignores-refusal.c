/* Does not look at what the builder returns. */
#define ID "ignores-refusal"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  const sheaf_rc rc = defect_open(call, "paragraph/1");
  if (rc == SHEAF_CANCELLED) return rc;
  call->out->text(call->out->ctx, call->text);
  while (call->out->close(call->out->ctx) < 0) continue;
  return SHEAF_OK;
}
