/* Reads the third byte of a text, which its example has. */
#define ID "expects-three-letters"
#include "defect.h"

static volatile char seen;

static sheaf_rc fault(const defect_call* call) {
  if (call->text.n > 0) seen = call->text.p[2];
  return SHEAF_OK;
}
