// What a section plugin leaves as it found it.

#include <array>
#include <cfenv>
#include <clocale>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <malloc.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/sanitizers.hpp"
#include "plugin/check/rig.hpp"

extern char** environ;

namespace sheaf::plugin::check {
namespace {

using Lines = std::vector<std::string>;

/// What stands in `after` and not in `before`.
Lines added(const Lines& before, const Lines& after) {
  Lines more;
  for (const std::string& line : after) {
    if (std::ranges::find(before, line) == before.end()) more.push_back(line);
  }
  return more;
}

/// Renders once and compares what `look` sees before loading and after.
template <class Look>
std::string find_change(const Trial& trial, std::string_view what, Look look) {
  const Lines before = look();
  Rig rig(trial);
  rig.render(SampleKind::Full);
  const Lines after = look();
  if (before == after) return {};
  const Lines now = added(before, after);
  return fmt::format("It changes {}{}{}", what, now.empty() ? "" : ": ", fmt::join(now, ", "));
}

Lines look_at_locale() {
  return {setlocale(LC_ALL, nullptr),
          uselocale(nullptr) == LC_GLOBAL_LOCALE ? "" : "of the thread"};
}

Lines look_at_folder() {
  std::error_code error;
  return {std::filesystem::current_path(error).string()};
}

Lines look_at_environment() {
  Lines all;
  for (char** one = environ; one && *one; ++one) all.emplace_back(*one);
  return all;
}

std::string signal_state(int number) {
  struct sigaction action {};
  if (sigaction(number, nullptr, &action) != 0) return {};
  const auto handler = reinterpret_cast<std::uintptr_t>(action.sa_handler);
  const std::string_view what = action.sa_handler == SIG_DFL   ? "default"
                                : action.sa_handler == SIG_IGN ? "ignored"
                                                               : "handled";
  const bool is_own = what == "handled";
  return fmt::format("SIG{} is {}{}", sigabbrev_np(number) ? sigabbrev_np(number) : "?", what,
                     is_own ? fmt::format(" at {:#x}", handler) : std::string());
}

Lines look_at_signals() {
  Lines all;
  for (int number = 1; number < SIGRTMIN; ++number) all.push_back(signal_state(number));
  sigset_t blocked;
  sigprocmask(SIG_SETMASK, nullptr, &blocked);
  for (int number = 1; number < SIGRTMIN; ++number) {
    if (sigismember(&blocked, number) == 1) all.push_back(fmt::format("{} is blocked", number));
  }
  itimerval timer{};
  getitimer(ITIMER_REAL, &timer);
  if (timer.it_value.tv_sec + timer.it_value.tv_usec > 0) all.emplace_back("an alarm is set");
  return all;
}

Lines look_at_umask() {
  const mode_t mask = umask(0);
  umask(mask);
  return {fmt::format("{:03o}", mask)};
}

Lines look_at_rounding() {
  return {fmt::format("rounding mode {}", std::fegetround()),
          fmt::format("traps {}", fegetexcept())};
}

std::string check_locale(const Trial& trial) {
  return find_change(trial, "the locale", look_at_locale);
}
std::string check_folder(const Trial& trial) {
  return find_change(trial, "the working folder", look_at_folder);
}
std::string check_environment(const Trial& trial) {
  return find_change(trial, "the environment", look_at_environment);
}
std::string check_signals(const Trial& trial) {
  return find_change(trial, "how signals are handled", look_at_signals);
}
std::string check_umask(const Trial& trial) {
  return find_change(trial, "the permissions of new files (umask)", look_at_umask);
}
std::string check_rounding(const Trial& trial) {
  return find_change(trial, "how numbers are rounded", look_at_rounding);
}

Lines open_files() {
  Lines all;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
    const Path target = std::filesystem::read_symlink(entry.path(), error);
    const bool is_this_look = target.string().ends_with("/fd");
    if (!error && !is_this_look) {
      all.push_back(fmt::format("{} ({})", entry.path().filename().string(), target.string()));
    }
  }
  std::ranges::sort(all);
  return all;
}

std::string check_descriptors(const Trial& trial) {
  Rig rig(trial);
  const Lines before = open_files();
  for (int i = 0; i < 3; ++i) rig.render(SampleKind::Full);
  const Lines after = open_files();
  if (const Lines more = added(before, after); !more.empty()) {
    return fmt::format("It leaves files or sockets open: {}", fmt::join(more, ", "));
  }
  const Lines less = added(after, before);
  return less.empty() ? std::string()
                      : fmt::format("It closes what is not its own: {}", fmt::join(less, ", "));
}

std::ptrdiff_t count_threads() {
  std::error_code error;
  return std::distance(std::filesystem::directory_iterator("/proc/self/task", error),
                       std::filesystem::directory_iterator());
}

std::string check_threads(const Trial& trial) {
  Rig rig(trial);
  const auto before = count_threads();
  rig.render(SampleKind::Full);
  auto after = count_threads();
  for (int i = 0; i < 200 && after > before; ++i) {  // one that was joined may still be going away
    std::this_thread::sleep_for(Milliseconds(10));
    after = count_threads();
  }
  if (after <= before) return {};
  return fmt::format("{} of its threads {} still running after it has returned", after - before,
                     after - before == 1 ? "is" : "are");
}

constexpr int kWarmUp = 20, kRuns = 100, kRounds = 6;
constexpr std::size_t kTolerated = 32;  // bytes of each rendering, on average

std::size_t memory_in_use() {
  const struct mallinfo2 used = mallinfo2();
  return used.uordblks + used.hblkhd;
}

/// Not with another malloc than the C library's: mallinfo2() does not know of it.
bool can_count_memory() {
  constexpr std::size_t kSize = 10'000;
  const std::size_t before = memory_in_use();
  const std::vector<char> taken(kSize);
  return memory_in_use() >= before + taken.size();
}

std::string check_memory(const Trial& trial) {
  if (!kSanitised && !can_count_memory()) return "Memory cannot be counted in this process";
  Rig rig(trial);
  const auto render = [&](int times) {
    for (int i = 0; i < times; ++i) rig.render(SampleKind::Full);
    return memory_in_use();
  };
  const int runs = rig.affordable(SampleKind::Full, 2 * kRuns) / 2;  // of several rounds
  // What grows now and then is a cache, of the plugin or of malloc; what grows each time is lost.
  std::size_t before = render(std::min(runs, kWarmUp)), each = SIZE_MAX;
  int rounds = 0;
  for (; rounds < kRounds && each > kTolerated; ++rounds) {
    const std::size_t after = render(runs);
    each = std::min(each, (after - std::min(before, after)) / static_cast<std::size_t>(runs));
    before = after;
  }
  trial.note.remark(fmt::format("{} renderings", rounds * runs));
  if (each <= kTolerated) return {};
  return fmt::format("It keeps {} bytes of memory each time that it renders", each);
}

std::string check_output(const Trial& trial) {
  int caught[2] = {-1, -1};
  (void)!pipe2(caught, O_NONBLOCK);  // what it does not hold is lost
  for (const int standard : {1, 2}) dup2(caught[1], standard);
  close(caught[1]);  // whoever writes to other descriptors does not print
  Rig rig(trial);
  rig.render(SampleKind::Full);
  std::fflush(nullptr);
  std::array<char, 60> start;
  const ssize_t size = read(caught[0], start.data(), start.size());
  if (size <= 0) return {};
  return fmt::format("It prints: {}",
                     std::string_view(start.data(), static_cast<std::size_t>(size)));
}

constexpr Needs kRenders{"examples"};

constexpr std::array kRules{
    Rule{"locale", "It leaves the locale as it is", "Format without the locale: std::to_chars, fmt",
         kRenders, check_locale},
    Rule{"working-folder", "It leaves the working folder as it is", "Leave chdir() out", kRenders,
         check_folder},
    Rule{"environment", "It leaves the environment as it is",
         "Leave setenv(), putenv() and unsetenv() out", kRenders, check_environment},
    Rule{"signals", "It leaves signals and alarms as they are",
         "Leave signal(), sigaction() and alarm() out", kRenders, check_signals},
    Rule{"umask", "It leaves the permissions of new files as they are", "Leave umask() out",
         kRenders, check_umask},
    Rule{"rounding", "It leaves the rounding of numbers as it is",
         "Put back what fesetround() and feenableexcept() changed", kRenders, check_rounding},
    Rule{"output", "It prints nothing", "Tell people through the host: log or a message", kRenders,
         check_output, Outcome::Warned},
    Rule{"descriptors", "It closes what it opens, and nothing else",
         "Close every file before render returns; a section needs none", kRenders,
         check_descriptors},
    Rule{"threads", "Its threads have ended when it returns",
         "Join them before render returns (std::jthread does)", kRenders, check_threads},
    Rule{"memory", "It gives back all memory",
         "Free in render what render allocates; run it "
         "under valgrind or -fsanitize=address to see where",
         Needs{"threads", "time"}, check_memory},
};

}  // namespace

std::span<const Rule> conduct_rules() { return kRules; }

}  // namespace sheaf::plugin::check
