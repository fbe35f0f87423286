/* Works with a host of exactly its own feature level, and with no later one. */
#define ID "compares-sizes"
#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  return call->host->size == sizeof(sheaf_host) ? SHEAF_OK : SHEAF_E_USAGE;
}
