/* Writes over the code that sends its result. */
#include <dlfcn.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
#if defined(__x86_64__)
  const unsigned char do_nothing[] = {0x31, 0xC0, 0xC3};
  unsigned char* place = dlsym(RTLD_DEFAULT, "send");
  void* page = (void*)((uintptr_t)place & ~(uintptr_t)4095);
  if (mprotect(page, 8192, PROT_READ | PROT_WRITE | PROT_EXEC) == 0)
    memcpy(place, do_nothing, sizeof do_nothing);
#else
  for (;;) pause();
#endif
}

HARM_PLUGIN
