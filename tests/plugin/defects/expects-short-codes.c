/* Has room for two characters of a code that may have more by its own schema. */
#define ID "expects-short-codes"
#define MORE_KEY "code"
#define MORE_SCHEMA                                                                              \
  "{\"type\":\"string\",\"x-sheaf\":\"text\",\"examples\":[\"A1\"],\"pattern\":\"^[A-Z][0-9]{1," \
  "20}$\"}"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  if (defect_parameter(call->values, MORE_KEY).n > 2) abort();
  return SHEAF_OK;
}
