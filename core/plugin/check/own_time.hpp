#pragma once
// The time that a plugin takes by itself, however busy the machine is.

#include <chrono>

namespace sheaf::plugin::check {

using Milliseconds = std::chrono::milliseconds;

/// Runs from its making: the clock, but for what this thread waits while others have the processor.
/// A plugin that sleeps or waits for a file is not spared. For one thread.
class OwnTime {
 public:
  OwnTime();
  Milliseconds elapsed() const;

 private:
  std::chrono::steady_clock::time_point begin_;
  std::chrono::nanoseconds waited_;
};

}  // namespace sheaf::plugin::check
