#pragma once
// The last words of a plugin's process.

#include <csignal>
#include <string_view>

namespace sheaf::plugin::host {

/// Sent to a child that is about to be ended for its time, so that it tells where it is.
constexpr int kTimeIsUp = SIGXCPU;

/// Hears them, inside a signal handler: takes no lock and no memory.
class LastWords {
 public:
  virtual void struck(int signal) noexcept = 0;
  /// A line for each function, from where it struck outwards: "cover.so+0x4352".
  virtual void at(std::string_view trace) noexcept = 0;

 protected:
  ~LastWords() = default;
};

/// Loads what a backtrace needs, so that a signal handler need not. Called before any fork.
void prepare_traces();

/// From now on, a signal that ends this process is told, then where it struck; then the process
/// ends by that signal. `words` outlive the process. A plugin that sets handlers of its own ends
/// without them.
void tell_crashes(LastWords& words);

}  // namespace sheaf::plugin::host
