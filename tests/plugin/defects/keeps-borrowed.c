/* Keeps a pointer to a text that it was lent for one call. */
#define ID "keeps-borrowed"
#include "defect.h"

static sheaf_str kept;
static volatile char seen;

static sheaf_rc fault(const defect_call* call) {
  if (kept.n > 0) seen = kept.p[0];
  kept = call->text;
  return SHEAF_OK;
}
