/* Holds another manifest than the one beside it. */
#define ID "manifest-mismatch"
#define EMBEDDED_ID "manifest-of-another"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return SHEAF_OK;
}
