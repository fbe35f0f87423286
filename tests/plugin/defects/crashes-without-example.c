/* Never works, and has a parameter that gives no example of what it takes. */
#define ID "crashes-without-example"
#define MORE_KEY "seats"
#define MORE_SCHEMA "{\"type\":\"integer\",\"x-sheaf\":\"whole\",\"minimum\":100,\"maximum\":200}"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  const sheaf_values* values = call->values;
  const sheaf_node node = values->get(values->ctx, values->root, defect_str(MORE_KEY));
  if (values->i64(values->ctx, node, 0) >= 100) abort();
  return SHEAF_OK;
}
