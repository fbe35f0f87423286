#pragma once
// How a process ends that is started for it.

#include <sys/wait.h>
#include <unistd.h>

#include <string>

namespace sheaf::test {

struct Ended {
  int code = -1;     // -1: not by itself
  std::string said;  // on standard error
};

/// Runs `work` in a fork of this process; 99 is its exit code when it comes to its end.
template <class Work>
Ended in_a_fork(Work work) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    close(ends[1]);
    work();
    _exit(99);
  }
  close(ends[1]);
  Ended ended;
  char bytes[512];
  for (ssize_t got; (got = read(ends[0], bytes, sizeof bytes)) > 0;)
    ended.said.append(bytes, static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  if (waitpid(child, &status, 0) == child && WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  return ended;
}

}  // namespace sheaf::test
