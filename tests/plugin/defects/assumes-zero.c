/* Takes a text to end in a zero byte. */
#define ID "assumes-zero"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  sheaf_rc rc = defect_open(call, "paragraph/1");
  if (rc == SHEAF_OK) rc = call->out->text(call->out->ctx, defect_str(call->text.p));
  if (rc == SHEAF_OK) rc = call->out->close(call->out->ctx);
  return rc;
}
