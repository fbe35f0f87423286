/* Prints what it is about. */
#define ID "prints"
#include "defect.h"

#include <stdio.h>

static sheaf_rc fault(const defect_call* call) {
  printf("rendering %zu bytes\n", call->text.n);
  return SHEAF_OK;
}
