/* Lifts what it was limited to. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const struct rlimit none = {RLIM_INFINITY, RLIM_INFINITY};
  tell("address space", setrlimit(RLIMIT_AS, &none));
  tell("size of files", setrlimit(RLIMIT_FSIZE, &none));
  tell("core files", setrlimit(RLIMIT_CORE, &none));
  tell("descriptors", setrlimit(RLIMIT_NOFILE, &(struct rlimit){1 << 16, 1 << 16}));
  tell("processor time", setrlimit(RLIMIT_CPU, &none));
  tell("by the system call", syscall(SYS_prlimit64, 0, RLIMIT_CPU, &none, 0));
  tell("processes", setrlimit(RLIMIT_NPROC, &none));
  tell("life without a parent", prctl(PR_SET_PDEATHSIG, 0));
  tell("a core file", prctl(PR_SET_DUMPABLE, 1));
  tell("children of others", prctl(PR_SET_CHILD_SUBREAPER, 1));
}

HARM_PLUGIN
