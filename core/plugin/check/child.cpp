#include "plugin/check/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/descriptor.hpp"
#include "plugin/host/crash.hpp"
#include "plugin/host/parcel.hpp"
#include "plugin/host/sandbox.hpp"
#include "plugin/host/spawn.hpp"
#include "plugin/host/usage.hpp"
#include "plugin/pinned_library.hpp"

namespace sheaf::plugin::check {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kGlance = 100;      // milliseconds between two looks at what a child does
constexpr int kLastWords = 2000;  // milliseconds for a child to tell where it is

std::uint32_t copy_cut(std::string_view text, char* into, std::size_t room) {
  const std::size_t size = std::min(text.size(), room);
  std::memcpy(into, text.data(), size);
  return static_cast<std::uint32_t>(size);
}

/// What parent and child share.
struct Slate {
  host::Limits limits;
  Note note;
};

struct Unmap {
  void operator()(Slate* slate) const { munmap(slate, sizeof(Slate)); }
};
using SharedSlate = std::unique_ptr<Slate, Unmap>;

SharedSlate map_slate(int file) {
  void* memory = mmap(nullptr, sizeof(Slate), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  return SharedSlate(memory == MAP_FAILED ? nullptr : static_cast<Slate*>(memory));
}

/// Of a size that no child can change.
Descriptor make_memory() {
  Descriptor file(memfd_create("sheaf-check", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (ftruncate(file.value(), sizeof(Slate)) != 0) return Descriptor();
  fcntl(file.value(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
  return file;
}

/// Cut off from the terminal, the environment and the files of whoever checks: the plugin may be
/// one that nobody trusts yet.
void settle_child(const host::Limits& limits, std::string folder) {
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int standard : {0, 1, 2}) dup2(nowhere, standard);
  if (nowhere > 2) close(nowhere);
  host::apply(limits);
  const std::vector readable{std::move(folder), std::string("/proc/self/")};
  if (!host::enter_sandbox(readable)) _exit(EXIT_FAILURE);
  clearenv();                          // after the loader's paths were taken from it
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // or its own /proc/self would be closed to it
}

std::vector<std::string> words_of(const Assignment& assignment) {
  const std::string seed = assignment.seed ? fmt::format("{}", *assignment.seed) : "";
  const std::string hashes = fmt::format("{}", fmt::join(assignment.hashes, ","));
  return {SHEAF_VERSION, assignment.check, assignment.library.native(), seed, hashes};
}

/// The reverse, of a program's arguments; nothing: they are none.
std::optional<Assignment> assignment_of(int argc, char** argv) {
  if (argc != 6 || std::string_view(argv[1]) != SHEAF_VERSION) return {};
  Assignment made{argv[2], argv[3]};
  if (*argv[4]) made.seed = std::strtoull(argv[4], nullptr, 10);
  std::istringstream hashes(argv[5]);
  for (std::string hash; std::getline(hashes, hash, ',');) made.hashes.push_back(hash);
  return made;
}

/// As a build does it, while files can still be opened.
tl::expected<PinnedLibrary, LoadProblem> pin(const Assignment& assignment) {
  Manifest manifest;
  manifest.id = assignment.library.stem().string();
  manifest.library = assignment.library;
  manifest.hashes = assignment.hashes;
  return plugin::pin(manifest);
}

/// To the note that outlives the process.
class NotedWords final : public host::LastWords {
 public:
  explicit NotedWords(Note& note) : note_(note) {}
  void struck(int signal) noexcept override { note_.struck(signal); }
  void at(std::string_view trace) noexcept override { note_.trace(trace); }

 private:
  Note& note_;
};

/// The processor time of the rendering that goes on, or of what goes before the first.
class RenderingClock {
 public:
  RenderingClock(pid_t child, const Note& note) : child_(child), note_(note) {}
  std::chrono::nanoseconds look() {
    const auto used = host::processor_time(child_);
    const std::uint64_t rendering = note_.renderings();
    if (rendering != rendering_) before_ = used;
    rendering_ = rendering;
    return used - before_;
  }

 private:
  pid_t child_;
  const Note& note_;
  std::uint64_t rendering_ = 0;
  std::chrono::nanoseconds before_{0};
};

/// Waits until it has ended or goes beyond what the system does not bound.
void watch(pid_t child, const host::Limits& limits, const Note& note, Ending& ending) {
  const Descriptor handle(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
  pollfd ended{handle.value(), POLLIN, 0};
  const auto end = Clock::now() + limits.time;
  RenderingClock rendering(child, note);
  while (poll(&ended, 1, kGlance) <= 0) {
    ending.spent = rendering.look() > limits.processor;
    ending.timed_out = Clock::now() > end;
    ending.crowded = host::threads(child) > limits.threads;
    if (ending.crowded) return;
    if (!ending.spent && !ending.timed_out) continue;
    kill(child, host::kTimeIsUp);
    (void)poll(&ended, 1, kLastWords);
    return;
  }
}

Milliseconds milliseconds(const timeval& time) {
  return Milliseconds(time.tv_sec * 1000 + time.tv_usec / 1000);
}

std::string in_words(Milliseconds time) {
  const auto seconds = time.count() / 1000;
  return fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s");
}

/// Ends the child, if it does not by itself, and all of its group.
void await_end(pid_t child, const host::Limits& limits, const Note& note, Ending& ending) {
  watch(child, limits, note, ending);
  kill(-child, SIGKILL);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  ending.processor = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
  ending.peak = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
  ending.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ending.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

void take_note(const Note& note, Ending& ending) {
  ending.done = note.is_done() && !ending.timed_out && !ending.spent && !ending.crowded;
  ending.answer = note.answer();
  ending.remark = note.remark();
  ending.stage = note.stage();
  ending.trace = note.trace();
  if (ending.signal == SIGALRM && note.signal() != 0) ending.signal = note.signal();  // crash.cpp
  ending.rendered = note.rendered();
}

}  // namespace

std::string_view Note::stage() const {
  return {stage_, std::min<std::size_t>(stage_size_, kStage)};
}

std::string_view Note::answer() const {
  return {answer_, std::min<std::size_t>(answer_size_, kAnswer)};
}

std::string_view Note::remark() const {
  return {remark_, std::min<std::size_t>(remark_size_, kRemark)};
}

std::string_view Note::trace() const {
  return {trace_, std::min<std::size_t>(trace_size_, kTrace)};
}

std::vector<Fingerprint> Note::rendered() const {
  return {rendered_, rendered_ + std::min<std::size_t>(sets_, kMostSets)};
}

void Note::doing(std::string_view what) { stage_size_ = copy_cut(what, stage_, kStage); }

void Note::answer(std::string_view text) {
  answer_size_ = copy_cut(text, answer_, kAnswer);
  done_ = kDone;
}

void Note::remark(std::string_view text) { remark_size_ = copy_cut(text, remark_, kRemark); }

void Note::trace(std::string_view lines) { trace_size_ = copy_cut(lines, trace_, kTrace); }

void Note::rendered(Fingerprint blocks) {
  if (sets_ < kMostSets) rendered_[sets_++] = blocks;
}

Ending run_in_child(const Path& program, const host::Limits& limits, const Assignment& assignment) {
  const Descriptor memory = make_memory();
  const SharedSlate slate = map_slate(memory.value());
  if (!slate) throw std::bad_alloc();
  new (slate.get()) Slate{limits, {}};
  Ending ending;
  const auto begin = Clock::now();
  const auto child = host::spawn(program, words_of(assignment), memory.value());
  if (!child) {
    ending.problem = child.error();
    return ending;
  }
  await_end(*child, limits, slate->note, ending);
  ending.took = std::chrono::duration_cast<Milliseconds>(Clock::now() - begin);
  take_note(slate->note, ending);
  return ending;
}

int serve_as_child(int argc, char** argv,
                   const std::function<std::string(const Assignment&, Note&)>& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  auto assignment = assignment_of(argc, argv);
  const SharedSlate slate = assignment ? map_slate(host::kSocket) : nullptr;
  if (!slate) {
    std::fputs("sheaf-check " SHEAF_VERSION " is started by sheaf, of the same version\n", stderr);
    return 2;
  }
  close(host::kSocket);
  const auto library = pin(*assignment);
  NotedWords last_words(slate->note);
  host::prepare_traces();
  host::tell_crashes(last_words);
  settle_child(slate->limits, assignment->library.parent_path().native());
  if (library) assignment->image = library->path();
  slate->note.answer(library ? work(*assignment, slate->note) : library.error().message);
  _exit(0);
}

std::string ending_in_words(const Ending& ending, const host::Limits& limits) {
  if (ending.timed_out) {
    return "went on for more than " + in_words(limits.time);
  }
  if (ending.crowded) return fmt::format("started more than {} threads", limits.threads);
  if (ending.spent) {
    return fmt::format("took more than {} of processor time", in_words(limits.processor));
  }
  if (ending.signal != 0) {
    const bool is_full = ending.peak > limits.memory / 4 * 3;
    return fmt::format("crashed ({}){}", strsignal(ending.signal),
                       is_full ? " when it had no memory left" : "");
  }
  return fmt::format("ended the process, with exit code {}", ending.exit_code);
}

}  // namespace sheaf::plugin::check
