/* Never works with a row, of which it has no example. */
#define ID "crashes-in-a-row"
#define MORE_KEY "rows"
#define MORE_SCHEMA                                                                                \
  "{\"type\":\"array\",\"x-sheaf\":\"rows\",\"items\":{\"type\":\"object\",\"x-sheaf\":"           \
  "\"record\",\"required\":[\"year\"],\"properties\":{\"year\":{\"type\":\"integer\",\"x-sheaf\":" \
  "\"whole\",\"minimum\":1990,\"maximum\":2100}}}}"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  const sheaf_values* values = call->values;
  const sheaf_node node = values->get(values->ctx, values->root, defect_str(MORE_KEY));
  if (values->count(values->ctx, node) > 0) abort();
  return SHEAF_OK;
}
