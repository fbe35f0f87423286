/* Loads a library from where it may read, and asks for one to be put before all others. */
#include <dlfcn.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  char library[5000];
  snprintf(library, sizeof library, "%s/planted.so", folder);
  tell("a library from /tmp", dlopen("/tmp/sheaf-hostile.so", RTLD_NOW) ? 0 : -1);
  dprintf(STDOUT_FILENO, "planted.so %s\n",
          dlopen(library, RTLD_NOW | RTLD_GLOBAL) ? "loaded" : "refused");
  dprintf(STDOUT_FILENO, "libz.so.1 %s\n",
          dlopen("libz.so.1", RTLD_NOW | RTLD_GLOBAL) ? "loaded" : "refused");
  setenv("LD_PRELOAD", library, 1);
  setenv("LD_LIBRARY_PATH", folder, 1);
  setenv("LD_AUDIT", library, 1);
}

HARM_PLUGIN
