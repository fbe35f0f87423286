/* Stops at what it holds to be impossible: no text is as long as that. */
#define ID "crashes-on-long-text"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  if (call->text.n > 4000) abort();
  return SHEAF_OK;
}
