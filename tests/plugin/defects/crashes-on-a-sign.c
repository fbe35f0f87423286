/* Does not expect a percent sign where nobody would type one. */
#define ID "crashes-on-a-sign"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  if (call->text.n > 0 && memchr(call->text.p, '%', call->text.n)) abort();
  return SHEAF_OK;
}
