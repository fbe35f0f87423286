/* Allocates and does not free. */
#define ID "keeps-memory"
#include "defect.h"

static char* volatile kept;

static sheaf_rc fault(const defect_call* call) {
  kept = malloc(1000);
  if (kept && call->text.n > 0) kept[0] = call->text.p[0];
  return kept ? SHEAF_OK : SHEAF_E_LIMIT;
}
