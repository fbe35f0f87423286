/* Writes a kind of block that its manifest does not declare. */
#define ID "writes-undeclared-kind"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  sheaf_rc rc = defect_open(call, "list/1");
  for (int item = 0; item < 2; ++item) {
    if (rc == SHEAF_OK) rc = defect_open(call, "item/1");
    if (rc == SHEAF_OK) rc = call->out->text(call->out->ctx, call->text);
    if (rc == SHEAF_OK) rc = call->out->close(call->out->ctx);
  }
  if (rc == SHEAF_OK) rc = call->out->close(call->out->ctx);
  return rc;
}
