/* Prints what would colour a terminal and turn its text. */
#define ID "prints-colours"
#include "defect.h"

#include <stdio.h>

static sheaf_rc fault(const defect_call* call) {
  (void)call;
  printf("\033[31mred\xE2\x80\xAE\xFF.\n");
  return SHEAF_OK;
}
