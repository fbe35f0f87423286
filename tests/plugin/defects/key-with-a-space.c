/* Calls a parameter what nobody would type before a colon. */
#define ID "key-with-a-space"
#define NOTE_KEY "first day"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return SHEAF_OK;
}
