/* Writes an address into the report, which is the same for as long as the process lives. */
#define ID "prints-addresses"
#include "defect.h"

#include <stdint.h>

static int here;

static sheaf_rc fault(const defect_call* call) {
  char words[] = "at ________________";
  const uintptr_t address = (uintptr_t)&here;
  for (int i = 0; i < 16; ++i) words[3 + i] = "0123456789abcdef"[address >> (4 * i) & 15];
  sheaf_rc rc = defect_open(call, "paragraph/1");
  if (rc == SHEAF_OK) rc = call->out->text(call->out->ctx, defect_str(words));
  if (rc == SHEAF_OK) rc = call->out->close(call->out->ctx);
  return rc;
}
