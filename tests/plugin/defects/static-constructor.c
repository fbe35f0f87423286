/* Runs before it is asked for anything. */
#define ID "static-constructor"
#include "defect.h"

static int ready;

__attribute__((constructor)) static void prepare(void) { ready = 1; }

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return ready ? SHEAF_OK : SHEAF_E_INTERNAL;
}
