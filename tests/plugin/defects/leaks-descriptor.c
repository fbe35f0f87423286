/* Opens a file and never closes it. */
#define ID "leaks-descriptor"
#include "defect.h"

#include <fcntl.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return open("/usr/lib", O_RDONLY) < 0 ? SHEAF_E_INTERNAL : SHEAF_OK;
}
