/* Goes to another folder and does not come back. */
#define ID "changes-folder"
#include "defect.h"

#include <unistd.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return chdir("/") == 0 ? SHEAF_OK : SHEAF_E_INTERNAL;
}
