#pragma once
// Work in a process of its own, so that whatever a plugin does ends there and can be told.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "plugin/check/own_time.hpp"
#include "plugin/host/limits.hpp"

namespace sheaf::plugin::check {

/// What the parent reads after the child has gone, however it went. Lies in shared memory.
class Note {
 public:
  /// What is being done at the moment: "rendering its examples". Longer text is cut.
  void doing(std::string_view what);
  /// The answer of the work; the child has come to its end.
  void answer(std::string_view text);

  std::string_view stage() const { return {stage_, stage_size_}; }
  std::string_view answer() const { return {answer_, answer_size_}; }
  bool is_done() const { return done_; }

 private:
  static constexpr std::size_t kStage = 200, kAnswer = 4000;
  char stage_[kStage], answer_[kAnswer];
  std::uint32_t stage_size_ = 0, answer_size_ = 0;
  bool done_ = false;
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

/// Runs `work` in a fork of this process, which must have one thread only. The child has nothing to
/// read, and what it prints is lost; it and all that it started end with this call.
Ending run_in_child(const host::Limits& limits, const std::function<std::string(Note&)>& work);

/// "crashed (Segmentation fault)", "went on for more than 60 seconds", "ended the process, with
/// exit code 0": how a child ended that was not done.
std::string ending_in_words(const Ending& ending, const host::Limits& limits);

}  // namespace sheaf::plugin::check
