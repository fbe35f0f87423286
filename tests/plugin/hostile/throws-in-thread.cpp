// Throws where nobody can catch.
#include "hostile.h"

static void* fly(void*) { throw 42; }

extern "C" void harm(const char*) {
  pthread_t thread;
  pthread_create(&thread, nullptr, fly, nullptr);
  for (;;) pause();
}
