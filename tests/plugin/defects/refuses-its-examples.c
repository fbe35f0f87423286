/* Calls whatever it is given wrong, its own examples too. */
#define ID "refuses-its-examples"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  call->host->diag(call->host->ctx, SHEAF_ERROR, defect_str(""), 0, defect_str("No text is right"));
  return SHEAF_E_PARAM;
}
