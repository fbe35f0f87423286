#pragma once
// Work in a process of its own, so that whatever a plugin does ends there and can be told.

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.hpp"
#include "base/fingerprint.hpp"
#include "plugin/check/own_time.hpp"
#include "plugin/host/limits.hpp"

namespace sheaf::plugin::check {

/// What the parent reads after the child has gone, however it went. Lies in shared memory, so that
/// a plugin may have written over it: nothing that is read is believed.
class Note {
 public:
  static constexpr std::size_t kMostSets = 8;

  /// What is being done at the moment: "rendering its examples". Longer text is cut.
  void doing(std::string_view what);
  /// The answer of the work; the child has come to its end.
  void answer(std::string_view text);
  /// The answer is graver than what else this check finds. Not for children.
  void call_answer_grave() { grave_ = true; }
  /// Of a check that passes, what people may want to know: "100 sets of values".
  void remark(std::string_view text);
  /// A rendering begins, which has its own processor time.
  void begin_rendering() { ++renderings_; }
  /// For the last words of the process: takes no lock and no memory.
  void struck(int signal) { signal_ = signal; }
  void trace(std::string_view lines);
  /// What the plugin renders of one set of values after another, which is the same in every
  /// process. No more than kMostSets.
  void rendered(Fingerprint blocks);

  std::string_view stage() const;
  std::string_view answer() const;
  std::string_view remark() const;
  std::string_view trace() const;
  int signal() const { return signal_; }
  std::uint64_t renderings() const { return renderings_; }
  std::vector<Fingerprint> rendered() const;
  bool is_done() const { return done_ == kDone; }
  bool has_grave_answer() const { return grave_; }

 private:
  static constexpr std::size_t kStage = 200, kAnswer = 4000, kRemark = 200, kTrace = 4000;
  static constexpr std::uint64_t kDone = 0x5ea7ed0f11a1ca5e;  // what no stray text comes to
  char stage_[kStage], answer_[kAnswer], remark_[kRemark], trace_[kTrace];
  std::uint32_t stage_size_ = 0, answer_size_ = 0, remark_size_ = 0, trace_size_ = 0;
  std::atomic<std::uint64_t> renderings_ = 0;  // read while they go on
  int signal_ = 0;
  std::uint64_t done_ = 0;
  Fingerprint rendered_[kMostSets];
  std::uint32_t sets_ = 0;
  bool grave_ = false;
};

/// What a check may use: as much as a section has in a build, though more of the clock, which runs
/// for others, too, on a busy machine. `processor` is for each rendering, of which a second is all
/// that a section may take.
inline host::Limits check_limits() {
  host::Limits limits;
  limits.time = std::chrono::minutes(1);
  limits.processor = std::chrono::seconds(5);
  limits.file_size = 16 << 20;
  limits.open_files = 1024;
  return limits;
}

/// One check of one library, for a child.
struct Assignment {
  std::string check;
  Path library;
  std::optional<std::uint64_t> seed = {};
  std::vector<std::string> hashes = {};  // as a manifest's: what the library must have, one of
  Path image = library;                  // what is loaded: the library, or the copy that has a hash
};

struct Ending {
  bool done = false;       // the work came to its end and left `answer`
  bool grave = false;      // what `answer` says
  bool timed_out = false;  // it was killed for its time
  bool spent = false;      // or for its processor time
  bool crowded = false;    // or for its threads
  int signal = 0;          // that ended it, or 0
  int exit_code = 0;       // when it ended by itself too early
  std::string problem;     // why there was no child, as a sentence; empty: there was
  std::string answer;
  std::string remark;
  std::string stage;  // what was being done last
  std::string trace;  // where it crashed or was stopped, a line for each function; or nothing
  std::vector<Fingerprint> rendered;
  Milliseconds took{0};
  Milliseconds processor{0};
  std::uint64_t peak = 0;  // bytes of memory at most
};

/// Runs a check in a new process of `program`, sheaf-check, which allocates as sheaf-host does and
/// not as the engine. It and all that it started end with this call.
Ending run_in_child(const Path& program, const host::Limits& limits, const Assignment& assignment);

/// All of that program, after main. The library is pinned as in a build, and the work is done in
/// the sandbox of a build's plugins and reads only below the library's folder; its environment is
/// empty, and what it prints is lost. Returns the exit code when the program was not started by
/// run_in_child of this version.
int serve_as_child(int argc, char** argv,
                   const std::function<std::string(const Assignment&, Note&)>& work);

/// "crashed (Segmentation fault)", "went on for more than 60 seconds", "ended the process, with
/// exit code 0": how a child ended that was not done.
std::string ending_in_words(const Ending& ending, const host::Limits& limits);

}  // namespace sheaf::plugin::check
