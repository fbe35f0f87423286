/* Runs code that it wrote itself. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
#if defined(__x86_64__)
  const unsigned char crash[] = {0x0F, 0x0B};
  void* page =
      mmap(0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memcpy(page, crash, sizeof crash);
  void (*code)(void);
  memcpy(&code, &page, sizeof code);
  code();
#endif
  __builtin_trap();
}

HARM_PLUGIN
