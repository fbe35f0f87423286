#include "plugin/host/limits.hpp"

#include <sched.h>
#include <sys/resource.h>

#include <algorithm>

#include "base/sanitizers.hpp"

namespace sheaf::plugin::host {
namespace {

/// Never above what is allowed already.
void limit(__rlimit_resource_t resource, rlim_t value, rlim_t warned_before = 0) {
  rlimit now{};
  if (::getrlimit(resource, &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value) value = now.rlim_max;
  const rlimit lower{value - std::min(value, warned_before), value};
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

void limit_processor_time(const Limits& limits) {
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.processor.count()) + 2, 1);  // it rounds
}

}  // namespace sheaf::plugin::host
