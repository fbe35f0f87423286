/* Reads the first byte of a text, which may be empty. */
#define ID "expects-some-text"
#include "defect.h"

static volatile char seen;

static sheaf_rc fault(const defect_call* call) {
  seen = call->text.p[0];
  return SHEAF_OK;
}
