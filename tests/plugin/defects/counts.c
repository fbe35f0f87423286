/* Says how often it was asked: the same values give other blocks. */
#define ID "counts"
#include "defect.h"

static int times;

static sheaf_rc fault(const defect_call* call) {
  const char digit = (char)('0' + times++ % 10);
  const sheaf_str words = {&digit, 1};
  sheaf_rc rc = defect_open(call, "paragraph/1");
  if (rc == SHEAF_OK) rc = call->out->text(call->out->ctx, words);
  if (rc == SHEAF_OK) rc = call->out->close(call->out->ctx);
  return rc;
}
