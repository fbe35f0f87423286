/* Takes its own code away. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const uintptr_t page = (uintptr_t)&harm & ~(uintptr_t)4095;
  munmap((void*)page, 4096);
}

HARM_PLUGIN
