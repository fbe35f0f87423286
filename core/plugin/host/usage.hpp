#pragma once
// What a process uses, as others see it (proc(5)): it has no say in that.

#include <chrono>
#include <cstdint>

#include <sys/types.h>

namespace sheaf::plugin::host {

// All of these are 0 for a process that there is not, and where the system does not tell.

/// All its threads together, those that have ended too.
std::chrono::nanoseconds processor_time(pid_t process);
/// How long its first thread could have run and did not, because others had the processors.
std::chrono::nanoseconds time_without_processor(pid_t process);
/// How many it has now.
unsigned threads(pid_t process);
/// Bytes of memory that it shares with no file.
std::uint64_t own_memory(pid_t process);

}  // namespace sheaf::plugin::host
