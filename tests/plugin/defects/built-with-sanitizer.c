/* No fault, but the sanitizer that CMakeLists.txt builds it with. */
#define ID "built-with-sanitizer"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return SHEAF_OK;
}
