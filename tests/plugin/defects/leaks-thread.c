/* Leaves a thread behind. */
#define ID "leaks-thread"
#include "defect.h"

#include <pthread.h>
#include <unistd.h>

static void* wait_for_ever(void* nothing) {
  while (pause() != 0) continue;
  return nothing;
}

static sheaf_rc fault(const defect_call* call) {
  pthread_t thread;
  (void)call;
  return pthread_create(&thread, 0, wait_for_ever, 0) == 0 ? SHEAF_OK : SHEAF_E_INTERNAL;
}
