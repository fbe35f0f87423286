/* Starts more threads than a build allows, and waits for them. */
#define ID "starts-threads"
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
  for (int i = 0; i < 80; ++i) pthread_create(&thread, 0, wait_for_ever, 0);
  pthread_join(thread, 0);
  return SHEAF_OK;
}
