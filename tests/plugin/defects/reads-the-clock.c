/* Says what year it is, which is not the year of the report. */
#define ID "reads-the-clock"
#include <time.h>

#include "defect.h"

static sheaf_rc fault(const defect_call* call) {
  const time_t now = time(0);
  char year[8];
  const sheaf_str words = {year, strftime(year, sizeof year, "%Y", localtime(&now))};
  sheaf_rc rc = defect_open(call, "paragraph/1");
  if (rc == SHEAF_OK) rc = call->out->text(call->out->ctx, words);
  if (rc == SHEAF_OK) rc = call->out->close(call->out->ctx);
  return rc;
}
