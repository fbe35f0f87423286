#include "plugin/host/failure.hpp"

#include <sys/wait.h>

#include <array>
#include <csignal>

#include <fmt/format.h>

#include "base/clean_line.hpp"
#include "plugin/bridge.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr int kMostLines = 12;  // of a trace, which may be made up

struct SignalName {
  int signal;
  std::string_view name, says;
};
constexpr std::array kSignals = {
    SignalName{SIGSEGV, "SIGSEGV", "it used memory that is not its own"},
    SignalName{SIGBUS, "SIGBUS", "it used memory that is not there"},
    SignalName{SIGFPE, "SIGFPE", "it divided by zero, or the like"},
    SignalName{SIGILL, "SIGILL", "it came upon what is no instruction"},
    SignalName{SIGABRT, "SIGABRT", "it gave up"},
    SignalName{SIGSYS, "SIGSYS", "it made a forbidden system call"},
    SignalName{SIGTRAP, "SIGTRAP", "it stopped as for a debugger"},
};

std::string signal_text(int signal) {
  for (const SignalName& one : kSignals) {
    if (one.signal == signal) return fmt::format("{} ({})", one.says, one.name);
  }
  return fmt::format("signal {}", signal);
}

std::string seconds_text(std::chrono::milliseconds time) {
  const double seconds = static_cast<double>(time.count()) / 1000;
  return fmt::format("{:g} second{}", seconds, time.count() == 1000 ? "" : "s");
}

/// An id, and the end of the sentence that begins with the plugin's name.
struct Words {
  std::string_view id;
  std::string says;
};

std::string_view when(const Failure& failure) {
  return failure.was_loaded ? "" : " as it was loaded";
}

Words spent_words(const Failure& failure, const Limits& limits) {
  return {"plugin-limit", fmt::format("used more than {} of processor time{}",
                                      seconds_text(limits.processor), when(failure))};
}

Words signal_words(int signal, const Failure& failure, const Limits& limits) {
  switch (signal) {
    case SIGXCPU: return spent_words(failure, limits);
    case SIGXFSZ: return {"plugin-limit", fmt::format("tried to write a file{}", when(failure))};
    case SIGKILL:
      return {"plugin-limit",
              fmt::format("was ended by the system{}, which happens when memory runs out",
                          when(failure))};
    default:
      return {"plugin-crash", fmt::format("crashed{}: {}", when(failure), signal_text(signal))};
  }
}

Words ended_words(const Failure& failure, const Limits& limits) {
  // What it says of itself counts where nobody else has seen it, or its last words took too long.
  const int status = failure.status.value_or(0);
  const bool spoke_long = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
  if (failure.signal && (!failure.status || spoke_long)) {
    return signal_words(failure.signal, failure, limits);
  }
  if (WIFSIGNALED(status)) return signal_words(WTERMSIG(status), failure, limits);
  const std::string_view what =
      failure.was_loaded ? "before this section was written" : "as it was loaded";
  if (!failure.status) return {"plugin-exit", fmt::format("broke off its connection {}", what)};
  return {"plugin-exit",
          fmt::format("ended its process with exit code {} {}", WEXITSTATUS(status), what)};
}

/// A process that crashes in the middle of a frame leaves half of one.
Failure::Kind kind_of(const Failure& failure) {
  const bool died = failure.signal || (failure.status && WIFSIGNALED(*failure.status));
  return failure.kind == Failure::Kind::Garbled && died ? Failure::Kind::Ended : failure.kind;
}

Words words_of(const Failure& failure, const Limits& limits) {
  switch (kind_of(failure)) {
    case Failure::Kind::Ended: return ended_words(failure, limits);
    case Failure::Kind::Hung:
      return {"plugin-timeout", fmt::format("had not {} after {}, and was stopped",
                                            failure.was_loaded ? "written this section" : "loaded",
                                            seconds_text(limits.time))};
    case Failure::Kind::Flooded:
      return {"plugin-flood", "sent or printed more than one section may, and was stopped"};
    case Failure::Kind::Garbled:
      return {"plugin-garbled", "sent what Sheaf cannot read, and was stopped"};
    case Failure::Kind::Spent: return spent_words(failure, limits);
    case Failure::Kind::Crowded:
      return {"plugin-limit", fmt::format("started more than {} threads{}, and was stopped",
                                          limits.threads, when(failure))};
  }
  return {};
}

void add_notes(Diagnostic& diagnostic, std::string_view before, std::string_view text) {
  for (int lines = 0; !text.empty() && lines < kMostLines; ++lines) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string line = clean_line(text.substr(0, end));
    if (!line.empty()) diagnostic.notes.push_back({{}, std::string(before) + line});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

Diagnostic describe(const Failure& failure, std::string_view plugin, SourceId section,
                    const Limits& limits) {
  Words words = words_of(failure, limits);
  Diagnostic made{.id = std::string(words.id),
                  .source = section,
                  .message = fmt::format("The plugin \"{}\" {}", plugin, words.says),
                  .help = Breach{}.help};
  const bool exited = failure.status && WIFEXITED(*failure.status);
  if (!exited) add_notes(made, "at ", failure.trace);  // else it made up its crash
  for (const std::string& line : failure.last) add_notes(made, "it printed: ", line);
  return made;
}

Diagnostic describe_left_out(int late, std::string_view plugin, SourceId section) {
  return {.id = "plugin-timeout",
          .source = section,
          .message = fmt::format("The plugin \"{}\" took too long for {} sections of this report, "
                                 "and was not asked for this one",
                                 plugin, late),
          .help = Breach{}.help};
}

}  // namespace sheaf::plugin::host
