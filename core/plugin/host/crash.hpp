#pragma once
// The last words of a plugin's process.

#include <csignal>

#include "plugin/host/frame_writer.hpp"

namespace sheaf::plugin::host {

/// Sent to a child that is about to be ended for its time, so that it tells where it is.
constexpr int kTimeIsUp = SIGXCPU;

/// Loads what a backtrace needs, so that a signal handler need not. Called before any fork.
void prepare_traces();

/// From now on, a signal that ends this process is told as a frame Crash, then where it struck as a
/// frame Trace; then the process ends by that signal. `out` outlives the process. A plugin that
/// sets handlers of its own ends without these words.
void tell_crashes(FrameWriter& out);

}  // namespace sheaf::plugin::host
