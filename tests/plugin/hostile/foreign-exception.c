/* Throws the exception of a language that nobody here speaks. */
#include <unwind.h>

#include "hostile.h"

static void clean_up(_Unwind_Reason_Code reason, struct _Unwind_Exception* exception) {
  (void)reason, (void)exception;
}

static void harm(const char* folder) {
  static struct _Unwind_Exception exception;
  (void)folder;
  memcpy(&exception.exception_class, "SHEAFBAD", 8);
  exception.exception_cleanup = clean_up;
  _Unwind_RaiseException(&exception);
}

HARM_PLUGIN
