/* Decides who may read the files that others write. */
#define ID "changes-umask"
#include "defect.h"

#include <sys/stat.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  umask(0177);
  return SHEAF_OK;
}
