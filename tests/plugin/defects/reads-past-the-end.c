/* Reads the byte after a text, and does nothing with it. */
#define ID "reads-past-the-end"
#include "defect.h"

static volatile char seen;

static sheaf_rc fault(const defect_call* call) {
  seen = call->text.p[call->text.n];
  return SHEAF_OK;
}
