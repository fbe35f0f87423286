#include "plugin/host/limits.hpp"

#include <sys/resource.h>

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

rlim_t used_seconds() {
  rusage used{};
  (void)::getrusage(RUSAGE_SELF, &used);
  return static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
}

}  // namespace

void apply(const Limits& limits) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, limits.file_size);
  limit(RLIMIT_NOFILE, limits.open_files);
  limit(RLIMIT_MSGQUEUE, 0);
  if (!kSanitised) limit(RLIMIT_AS, limits.memory);
  renew_processor_time(limits);
}

void limit_processes(const Limits& limits) { limit(RLIMIT_NPROC, limits.processes); }

void renew_processor_time(const Limits& limits) {
  rlimit time{};
  if (::getrlimit(RLIMIT_CPU, &time) != 0) return;
  time.rlim_cur = used_seconds() + static_cast<rlim_t>(limits.processor.count()) + 1;  // it rounds
  if (time.rlim_cur > time.rlim_max) time.rlim_cur = time.rlim_max;
  (void)::setrlimit(RLIMIT_CPU, &time);
}

}  // namespace sheaf::plugin::host
