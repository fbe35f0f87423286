/* Ends the process that started it, and asks after everybody else. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  if (!is_caged()) return;
  tell("kill parent", kill(getppid(), SIGKILL));
  tell("tgkill parent", syscall(SYS_tgkill, getppid(), getppid(), SIGKILL));
  tell("tkill parent", syscall(SYS_tkill, getppid(), SIGKILL));
  tell("kill all", kill(-1, 0));
  tell("pidfd of parent", syscall(434, getppid(), 0));
  siginfo_t info = {0};
  info.si_code = SI_QUEUE;
  tell("sigqueue parent", syscall(SYS_rt_sigqueueinfo, getppid(), SIGTERM, &info));
  tell("setrlimit of parent", prlimit(getppid(), RLIMIT_CPU, &(struct rlimit){0, 0}, 0));
}

HARM_PLUGIN
