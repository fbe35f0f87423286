/* Uses an optional parameter without asking whether it is there. */
#define ID "crashes-without-optional"
#include "defect.h"

static volatile char seen;

static sheaf_rc fault(const defect_call* call) {
  seen = call->note.p[0];
  return SHEAF_OK;
}
