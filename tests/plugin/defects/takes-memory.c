/* Takes more memory than any section needs, and does not expect to get none. */
#define ID "takes-memory"
#include "defect.h"

#define PIECES 3000
#define MEGABYTE (1 << 20)

static sheaf_rc fault(const defect_call* call) {
  static char* pieces[PIECES];
  (void)call;
  for (int i = 0; i < PIECES; ++i) {
    pieces[i] = malloc(MEGABYTE);
    if (!pieces[i]) abort();
    memset(pieces[i], i, MEGABYTE);
  }
  for (int i = 0; i < PIECES; ++i) free(pieces[i]);
  return SHEAF_OK;
}
