#include "plugin/check/own_time.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace sheaf::plugin::check {
namespace {

using Clock = std::chrono::steady_clock;

/// What this thread has waited for a processor; 0 from a kernel that does not say. proc(5),
/// schedstat: time on the processor, time waited for it, both in nanoseconds.
std::chrono::nanoseconds waited_for_processor() {
  std::array<char, 64> line;
  const int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  const ssize_t size = file < 0 ? 0 : read(file, line.data(), line.size());
  if (file >= 0) close(file);
  const std::string_view text(line.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  const std::size_t space = std::min(text.find(' '), text.size());
  std::chrono::nanoseconds::rep waited = 0;
  std::from_chars(text.data() + std::min(space + 1, text.size()), text.data() + text.size(),
                  waited);
  return std::chrono::nanoseconds(waited);
}

}  // namespace

OwnTime::OwnTime() : begin_(Clock::now()), waited_(waited_for_processor()) {}

Milliseconds OwnTime::elapsed() const {
  const auto took = Clock::now() - begin_ - (waited_for_processor() - waited_);
  return std::chrono::duration_cast<Milliseconds>(took);
}

}  // namespace sheaf::plugin::check
