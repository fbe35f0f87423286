/* Asks for a text of one letter that has five characters. */
#define ID "cannot-be-given"
#define MORE_KEY "code"
#define MORE_SCHEMA \
  "{\"type\":\"string\",\"x-sheaf\":\"text\",\"pattern\":\"^[A-Z]$\",\"minLength\":5}"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  return SHEAF_OK;
}
