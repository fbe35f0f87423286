#pragma once
// The sections of one library, one after another, in its child.

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <poll.h>

#include "plugin/host/children.hpp"
#include "plugin/host/failure.hpp"
#include "plugin/host/replay.hpp"
#include "plugin/section_work.hpp"

namespace sheaf::plugin::host {

using Clock = std::chrono::steady_clock;

/// What all lines of a round share. Borrowed.
struct RoundWorld {
  Children& children;
  const RunnerSetup& setup;
  const Work& work;
  std::string& problem;  // why no child can be started; empty while they can
};

/// Never waits. Does not move.
class Line {
 public:
  Line(const RoundWorld& world, const Manifest& manifest) : world_(world), manifest_(manifest) {}
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  void add(SectionWork& section) { waiting_.push_back(&section); }
  /// Sends the next section to the child, unless one is at work.
  void begin();
  bool is_done() const { return !current_ && waiting_.empty(); }

  /// See ChildLink.
  void add_events(std::vector<pollfd>& events) const { child_->add_events(events); }
  void serve(const pollfd* events);
  /// When it is to be looked at next.
  Clock::time_point deadline() const {
    return ending_ || late_ ? deadline_ : std::min(deadline_, look_);
  }
  /// What is to be done at the deadline, if it has passed.
  void look_at(Clock::time_point now);
  /// When it was last looked at, its child had hardly used a processor: it waits for something.
  bool is_asleep() const { return asleep_; }
  /// The section at work is asked to give up.
  void cancel();
  /// The child, when it may be used again: not after an exempt edition.
  void give_back();

 private:
  void give(SectionWork& section);
  void take_frames();
  void take(const FrameBuffer::Frame& frame);
  void replay(const FrameBuffer::Frame& frame);
  void refused(std::string_view payload);
  void finish();
  void fail(Failure::Kind kind);
  void give_up(const Diagnostic& finding);
  void tell_of_fall(const Failure& failure, const Diagnostic& finding) const;
  void leave_rest();
  void lose_host();
  void abandon();
  void wait_for_status(Failure::Kind kind);
  void hear_out(Failure::Kind kind);
  void take_last_words();
  void end_section();
  void begin_clock();
  bool had_no_processor();
  void look_at_usage(Clock::time_point now);
  void log(std::string_view line) const;
  OutputLines::Log logger() const {
    return [this](std::string_view line) { log(line); };
  }

  RoundWorld world_;
  const Manifest& manifest_;
  std::deque<SectionWork*> waiting_;
  std::unique_ptr<ChildLink> child_;
  SectionWork* current_ = nullptr;
  std::optional<Bridge> bridge_;
  std::optional<Replay> replay_;
  Clock::time_point deadline_, look_;
  std::chrono::nanoseconds spent_before_{}, spent_{};  // of the processor, before the section
  /// For the processor, as of the first look: to ask takes as long as a short section does.
  std::optional<std::chrono::nanoseconds> waited_before_;
  std::chrono::nanoseconds amends_{};  // still to be made up
  bool asleep_ = false;
  bool cancelled_ = false, late_ = false;  // the section at work
  // The child is gone, garbles or is heard out: its status is waited for.
  std::optional<Failure::Kind> ending_;
  int late_sections_ = 0;
  std::string trace_;
  int signal_ = 0;
};

}  // namespace sheaf::plugin::host
