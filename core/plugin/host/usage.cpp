#include "plugin/host/usage.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <ctime>
#include <fstream>

#include <fmt/format.h>

namespace sheaf::plugin::host {

std::chrono::nanoseconds processor_time(pid_t process) {
  clockid_t clock{};
  timespec used{};
  const bool known = process > 0 && ::clock_getcpuclockid(process, &clock) == 0 &&
                     ::clock_gettime(clock, &used) == 0;
  if (!known) return {};
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

std::chrono::nanoseconds time_without_processor(pid_t process) {
  if (process <= 0) return {};
  std::ifstream file(fmt::format("/proc/{}/schedstat", process));
  std::int64_t ran = 0, waited = 0;
  file >> ran >> waited;
  return std::chrono::nanoseconds(file ? waited : 0);
}

/// A folder has a link from its own `.`, from its parent and from each folder in it.
unsigned threads(pid_t process) {
  struct stat folder {};
  const bool known =
      process > 0 && ::stat(fmt::format("/proc/{}/task", process).c_str(), &folder) == 0;
  return known && folder.st_nlink > 2 ? static_cast<unsigned>(folder.st_nlink - 2) : 0;
}

std::uint64_t own_memory(pid_t process) {
  if (process <= 0) return 0;
  std::ifstream file(fmt::format("/proc/{}/statm", process));
  std::uint64_t size = 0, resident = 0, shared = 0;
  file >> size >> resident >> shared;
  const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  return file && resident > shared ? (resident - shared) * page : 0;
}

}  // namespace sheaf::plugin::host
