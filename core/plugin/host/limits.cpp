#include "plugin/host/limits.hpp"

#include <sched.h>
#include <sys/resource.h>

#include <algorithm>

#include "base/sanitizers.hpp"

namespace sheaf::plugin::host {
namespace {

/// Never above what is allowed already.
void limit(__rlimit_resource_t resource, rlim_t value) {
  rlimit now{};
  if (::getrlimit(resource, &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value) value = now.rlim_max;
  const rlimit lower{value, value};
  (void)::setrlimit(resource, &lower);
}

/// The processor time that a real-time program does not leave is lost to the whole machine.
void leave_real_time() {
  const int policy = ::sched_getscheduler(0);
  if (policy != SCHED_FIFO && policy != SCHED_RR) return;
  const sched_param ordinary{};
  (void)::sched_setscheduler(0, SCHED_OTHER, &ordinary);
}

}  // namespace

void apply(const Limits& limits) {
  leave_real_time();
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, limits.file_size);
  limit(RLIMIT_NOFILE, limits.open_files);
  limit(RLIMIT_MSGQUEUE, 0);
  limit(RLIMIT_NPROC, limits.processes);
  if (!kSanitised) limit(RLIMIT_AS, limits.memory);
}

}  // namespace sheaf::plugin::host
