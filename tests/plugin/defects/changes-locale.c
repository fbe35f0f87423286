/* Sets the locale of the whole process. */
#define ID "changes-locale"
#include "defect.h"

#include <locale.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  setlocale(LC_ALL, "C.UTF-8");
  return SHEAF_OK;
}
