/* Prints more than a build takes. */
#define ID "prints-a-lot"
#include "defect.h"

#include <stdio.h>

static sheaf_rc fault(const defect_call* call) {
  for (int i = 0; i < 200000; ++i) printf("%.*s", (int)call->text.n, call->text.p);
  fflush(stdout);
  return SHEAF_OK;
}
