/* Exports a function that has the name of somebody else's. Linked without the version script. */
#define ID "two-exports"
#include "defect.h"

SHEAF_EXPORT int compress(void);
int compress(void) { return 1; }

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return SHEAF_OK;
}
