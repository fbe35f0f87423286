/* Ends its process group, and that of its parent. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  if (!is_caged()) return;
  tell("kill group", kill(0, SIGKILL));
  tell("kill parents group", kill(-getpgid(getppid()), SIGKILL));
  tell("killpg", killpg(getpgid(getppid()), SIGKILL));
  tell("setpgid", setpgid(0, getpgid(getppid())));
  tell("setsid", setsid());
}

HARM_PLUGIN
