/* Uses a member of the host that came after minor 0, without asking SHEAF_HAS(). */
#define ID "needs-larger-host"
#include "defect.h"

typedef struct later_host {
  sheaf_host first;
  void (*later)(void* ctx);
} later_host;

static sheaf_rc fault(const defect_call* call) {
  const later_host* host = (const later_host*)(const void*)call->host;
  if (host->later) host->later(host->first.ctx);
  return SHEAF_OK;
}
