#pragma once
// The engine's connection with one child.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <poll.h>

#include "base/file_system.hpp"
#include "plugin/host/frames.hpp"
#include "plugin/host/lifeline.hpp"
#include "plugin/host/output_lines.hpp"
#include "plugin/host/process.hpp"
#include "plugin/value_table.hpp"

namespace sheaf::plugin::host {

/// Never waits. Its end is the child's end.
class ChildLink {
 public:
  /// What there is to wait for: channel, output, lifeline.
  static constexpr std::size_t kEvents = 3;

  explicit ChildLink(EngineEnds ends) : ends_(std::move(ends)) {}

  /// As much as goes now; the rest goes with `serve`.
  void send(FrameType type, std::string_view payload);
  void add_events(std::vector<pollfd>& events) const;
  /// Takes what has come: the first kEvents of `events`. What was printed goes to `log`.
  void serve(const pollfd* events, const OutputLines::Log& log);
  /// From now on, only its end is waited for: what more it sends and prints waits where it is.
  void stop_listening() { listens_ = hears_output_ = false; }
  /// It is to tell where it is, and to end; what it prints waits where it is.
  void ask_for_last_words();
  /// Reads what is left of its output, as far as it is in the pipe.
  void drain(const OutputLines::Log& log);

  FrameBuffer& frames() { return frames_; }
  OutputLines& output() { return output_; }
  /// It has closed its end of the channel, or cannot be reached.
  bool is_gone() const { return gone_; }
  /// How it ended (as of waitpid), once that is known.
  const std::optional<int>& status() const { return status_; }
  /// There is nobody left who could say.
  bool is_forgotten() const { return !status_ && !ends_.lifeline; }
  bool is_alive();

  /// It runs no more until it is to go on; sections are sent to it only then.
  void pause();
  void go_on();
  /// Its number, or 0 while that is not known.
  pid_t process() const { return process_; }

  bool is_loaded = false;
  std::optional<FileStamp> library;  // as it was before the child was to load it
  HandleRange handles;

 private:
  void push();
  void read_output(const OutputLines::Log& log);
  void wish(Wish wish);
  void read_lifeline();

  EngineEnds ends_;
  std::string unsent_;
  FrameBuffer frames_{largest_from_child};
  OutputLines output_;
  bool gone_ = false, listens_ = true, hears_output_ = true;
  bool paused_ = false;
  pid_t process_ = 0;
  std::optional<int> status_;
};

}  // namespace sheaf::plugin::host
