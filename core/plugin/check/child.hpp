#pragma once
// Work in a process of its own, so that whatever a plugin does ends there and can be told.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/file_system.hpp"
#include "plugin/check/own_time.hpp"
#include "plugin/host/limits.hpp"

namespace sheaf::plugin::check {

/// What the parent reads after the child has gone, however it went. Lies in shared memory, so that
/// a plugin may have written over it: nothing that is read is believed.
class Note {
 public:
  /// What is being done at the moment: "rendering its examples". Longer text is cut.
  void doing(std::string_view what);
  /// The answer of the work; the child has come to its end.
  void answer(std::string_view text);

  std::string_view stage() const;
  std::string_view answer() const;
  bool is_done() const { return done_ == kDone; }

 private:
  static constexpr std::size_t kStage = 200, kAnswer = 4000;
  static constexpr std::uint64_t kDone = 0x5ea7ed0f11a1ca5e;  // what no stray text comes to
  char stage_[kStage], answer_[kAnswer];
  std::uint32_t stage_size_ = 0, answer_size_ = 0;
  std::uint64_t done_ = 0;
};

/// What a check may use: as much as a section has in a build, though more of the clock, which runs
/// for others, too, on a busy machine.
inline host::Limits check_limits() {
  host::Limits limits;
  limits.time = std::chrono::minutes(1);
  limits.file_size = 16 << 20;
  limits.open_files = 1024;
  return limits;
}

struct Ending {
  bool done = false;       // the work came to its end and left `answer`
  bool timed_out = false;  // it was killed for its time
  int signal = 0;          // that ended it, or 0
  int exit_code = 0;       // when it ended by itself too early
  std::string answer;
  std::string stage;  // what was being done last
  Milliseconds took{0};
  Milliseconds processor{0};
  std::uint64_t peak = 0;  // bytes of memory at most
};

/// Runs `work` in a fork of this process, which must have one thread only. The child is in the
/// sandbox of a build's plugins and reads only below `folder`; its environment is empty, and what
/// it prints is lost. It and all that it started end with this call.
Ending run_in_child(const host::Limits& limits, const Path& folder,
                    const std::function<std::string(Note&)>& work);

/// "crashed (Segmentation fault)", "went on for more than 60 seconds", "ended the process, with
/// exit code 0": how a child ended that was not done.
std::string ending_in_words(const Ending& ending, const host::Limits& limits);

}  // namespace sheaf::plugin::check
