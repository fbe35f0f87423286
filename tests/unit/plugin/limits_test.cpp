#include "plugin/host/limits.hpp"

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

using namespace sheaf::plugin::host;

namespace {

enum Seen { kOrdinary, kRealTime, kNotAllowed };

/// In a process of its own, for what is limited stays so.
int policy_after_limits() {
  const pid_t child = ::fork();
  if (child == 0) {
    const sched_param least{1};
    if (::sched_setscheduler(0, SCHED_FIFO, &least) != 0) ::_exit(kNotAllowed);
    apply({});
    ::_exit(::sched_getscheduler(0) == SCHED_OTHER ? kOrdinary : kRealTime);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("A plugin does not run at the real-time priority of whoever runs Sheaf") {
  const int seen = policy_after_limits();
  if (seen == kNotAllowed) {
    WARN("skipped: this user may not run anything at real time");
  } else {
    CHECK(seen == kOrdinary);
  }
}
