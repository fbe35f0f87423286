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
#include <vector>

#include <fmt/format.h>

#include "plugin/host/sandbox.hpp"

namespace sheaf::plugin::check {
namespace {

using Clock = std::chrono::steady_clock;

std::uint32_t copy_cut(std::string_view text, char* into, std::size_t room) {
  const std::size_t size = std::min(text.size(), room);
  std::memcpy(into, text.data(), size);
  return static_cast<std::uint32_t>(size);
}

struct Unmap {
  void operator()(Note* note) const { munmap(note, sizeof(Note)); }
};
using SharedNote = std::unique_ptr<Note, Unmap>;

SharedNote make_note() {
  void* memory =
      mmap(nullptr, sizeof(Note), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  return SharedNote(new (memory) Note);
}

/// Cut off from the terminal, the environment and the files of whoever checks: the plugin may be
/// one that nobody trusts yet.
void settle_child(const host::Limits& limits, std::string folder) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int nowhere = open("/dev/null", O_RDWR);
  for (const int standard : {0, 1, 2}) dup2(nowhere, standard);
  if (nowhere > 2) close(nowhere);
  host::apply(limits);
  host::limit_processor_time(limits);
  const std::vector readable{std::move(folder), std::string("/proc/self/")};
  if (!host::enter_sandbox(readable)) _exit(EXIT_FAILURE);
  clearenv();                          // after the loader's paths were taken from it
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // or its own /proc/self would be closed to it
}

[[noreturn]] void work_as_child(const host::Limits& limits, const std::string& folder, Note& note,
                                const std::function<std::string(Note&)>& work) {
  settle_child(limits, folder);
  note.answer(work(note));
  _exit(0);
}

/// Waits until it has ended or the time is over, then ends it and all of its group.
bool ended_in_time(pid_t child, Milliseconds limit) {
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  pollfd ended{handle, POLLIN, 0};
  const int ready = poll(&ended, 1, static_cast<int>(limit.count()));
  close(handle);
  kill(-child, SIGKILL);
  return ready > 0;
}

Milliseconds milliseconds(const timeval& time) {
  return Milliseconds(time.tv_sec * 1000 + time.tv_usec / 1000);
}

std::string in_words(Milliseconds time) {
  const auto seconds = time.count() / 1000;
  return fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s");
}

}  // namespace

std::string_view Note::stage() const {
  return {stage_, std::min<std::size_t>(stage_size_, kStage)};
}

std::string_view Note::answer() const {
  return {answer_, std::min<std::size_t>(answer_size_, kAnswer)};
}

void Note::doing(std::string_view what) { stage_size_ = copy_cut(what, stage_, kStage); }

void Note::answer(std::string_view text) {
  answer_size_ = copy_cut(text, answer_, kAnswer);
  done_ = kDone;
}

Ending run_in_child(const host::Limits& limits, const Path& folder,
                    const std::function<std::string(Note&)>& work) {
  const SharedNote note = make_note();
  const auto begin = Clock::now();
  std::fflush(nullptr);  // or the child prints it again, as the plugin's
  const pid_t child = fork();
  if (child == 0) work_as_child(limits, folder.native(), *note, work);
  Ending ending;
  if (child < 0) return ending;
  setpgid(child, child);  // whoever comes first
  ending.timed_out = !ended_in_time(child, limits.time);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  ending.took = std::chrono::duration_cast<Milliseconds>(Clock::now() - begin);
  ending.processor = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
  ending.peak = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
  ending.done = note->is_done() && !ending.timed_out;
  ending.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ending.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  ending.answer = note->answer();
  ending.stage = note->stage();
  return ending;
}

std::string ending_in_words(const Ending& ending, const host::Limits& limits) {
  if (ending.timed_out) {
    return "went on for more than " + in_words(limits.time);
  }
  if (ending.signal == SIGXCPU) {
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
