#include "plugin/host/crash.hpp"

#include <dlfcn.h>
#include <execinfo.h>
#include <ucontext.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <span>

namespace sheaf::plugin::host {
namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostLines = 12;
constexpr unsigned kSecondsToSpeak = 2;
constexpr std::array kFatal = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGXCPU, SIGXFSZ};

LastWords* last_words = nullptr;  // a signal handler can be handed nothing
alignas(16) std::array<char, 64 * 1024> handler_stack;

/// Text of limited length, without memory.
class Lines {
 public:
  Lines& text(std::string_view text) {
    const std::size_t size = std::min(text.size(), room_.size() - size_);
    std::memcpy(room_.data() + size_, text.data(), size);
    size_ += size;
    return *this;
  }
  Lines& hex(std::uintptr_t number) {
    std::array<char, 2 * sizeof number> digits;
    std::size_t at = digits.size();
    do digits[--at] = "0123456789abcdef"[number % 16];
    while (number /= 16);
    return text("+0x").text({digits.data() + at, digits.size() - at});
  }
  std::string_view view() const { return {room_.data(), size_}; }

 private:
  std::array<char, 4096> room_;
  std::size_t size_ = 0;
};

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Of this program itself. What had called the plugin is of no interest.
bool is_program(void* address) {
  Dl_info place{}, own{};
  return ::dladdr(address, &place) && ::dladdr(&handler_stack, &own) &&
         place.dli_fbase == own.dli_fbase;
}

/// Of the C library, which the program calls, too, and which had called its main(). Sanitizers have
/// a backtrace() of their own, but no alarm().
bool is_c_library(void* address) {
  Dl_info place{}, own{};
  return ::dladdr(address, &place) && ::dladdr(reinterpret_cast<void*>(&::alarm), &own) &&
         place.dli_fbase == own.dli_fbase;
}

/// "render+0x12 in plugin.so" or "plugin.so+0x1234"
void write_place(Lines& lines, void* address) {
  Dl_info place{};
  if (!::dladdr(address, &place) || !place.dli_fname) return;
  const std::string_view file = last_part(place.dli_fname);
  const auto at = reinterpret_cast<std::uintptr_t>(address);
  if (place.dli_sname) {
    lines.text(place.dli_sname).hex(at - reinterpret_cast<std::uintptr_t>(place.dli_saddr));
    lines.text(" in ").text(file).text("\n");
  } else {
    lines.text(file).hex(at - reinterpret_cast<std::uintptr_t>(place.dli_fbase)).text("\n");
  }
}

void* struck_address([[maybe_unused]] void* context) {
#if defined(__x86_64__)
  const auto* machine = static_cast<const ucontext_t*>(context);
  return reinterpret_cast<void*>(machine->uc_mcontext.gregs[REG_RIP]);
#else
  return nullptr;
#endif
}

/// The call that returns to this address, which may stand behind the end of the line and, where
/// nothing ever comes back, of the function.
void* call_before(void* address) { return static_cast<char*>(address) - 1; }

using Frames = std::span<void* const>;

/// Up to the next frame of the program, behind those that are first.
Frames next_run(Frames frames) {
  const auto begin = std::find_if_not(frames.begin(), frames.end(), is_program);
  return {begin, std::find_if(begin, frames.end(), is_program)};
}

/// What the plugin did: what the program had called, without what it called of the program.
Frames plugin_run(Frames frames) {
  Frames found = next_run(frames);
  for (Frames run = found; !run.empty(); run = next_run({run.end(), frames.end()})) {
    if (!std::all_of(run.begin(), run.end(), is_c_library)) found = run;
  }
  return found;
}

/// Where the signal struck and what had called it; the handler's own frames are left out.
void write_trace(Lines& lines, void* context) {
  std::array<void*, kDeepest> frames{};
  const int depth = ::backtrace(frames.data(), kDeepest);
  const auto end = frames.begin() + depth;
  void* const struck = struck_address(context);
  auto first = std::find(frames.begin(), end, struck);
  if (first == end) first = frames.begin() + std::min(depth, 2);
  const Frames run = plugin_run({first, end});
  for (void* const frame : run.first(std::min(run.size(), kMostLines)))
    write_place(lines, frame == struck ? frame : call_before(frame));
}

void speak(int signal, siginfo_t*, void* context) {
  ::alarm(kSecondsToSpeak);  // should the loader be in the middle of something
  last_words->struck(signal);
  Lines lines;
  write_trace(lines, context);
  last_words->at(lines.view());
  ::raise(signal);  // its own action is back, and takes its course when this returns
}

}  // namespace

void prepare_traces() {
  std::array<void*, 4> frames{};
  ::backtrace(frames.data(), static_cast<int>(frames.size()));
}

void tell_crashes(LastWords& words) {
  last_words = &words;
  stack_t stack{};
  stack.ss_sp = handler_stack.data();
  stack.ss_size = handler_stack.size();
  ::sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_sigaction = speak;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | static_cast<int>(SA_RESETHAND);
  for (const int signal : kFatal) ::sigaction(signal, &action, nullptr);
}

}  // namespace sheaf::plugin::host
