/* Runs a program, in all ways there are. */
#include <spawn.h>

#include "hostile.h"

static char path[5000];

static void harm(const char* folder) {
  snprintf(path, sizeof path, "%s/harm", folder);
  char* const arguments[] = {"/bin/sh", "-c", "touch \"$0\"", path, 0};
  pid_t child = vfork();
  if (child == 0) {
    execv("/bin/sh", arguments);
    _exit(127);
  }
  tell("vfork", child);
  tell("posix_spawn", posix_spawn(&child, "/bin/sh", 0, 0, arguments, 0) == 0 ? 0 : -1);
  tell("system", system("true") == 0 ? 0 : -1);
  tell("popen", popen("true", "r") ? 0 : -1);
  tell("execve", execve("/bin/sh", arguments, 0));
}

HARM_PLUGIN
