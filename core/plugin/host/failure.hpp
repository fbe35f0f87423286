#pragma once
// How a plugin's process can let its section down, in words.

#include <deque>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "plugin/host/limits.hpp"

namespace sheaf::plugin::host {

/// What is known of a process that gave no result.
struct Failure {
  enum class Kind {
    Ended,    // by itself, or by a signal
    Hung,     // it did not end in time
    Flooded,  // it printed, logged or reported more than it may
    Garbled,  // it sent what is no frame
    Spent,    // it used more processor time than it may
    Crowded,  // it started more threads than it may
  };
  Kind kind = Kind::Ended;
  bool was_loaded = true;             // else it had not come to its first section yet
  std::optional<int> status = {};     // as of waitpid, where it was heard
  int signal = 0;                     // that it told of itself, or 0
  std::string trace = {};             // where that struck, a line for each function
  std::deque<std::string> last = {};  // the last lines that it printed
};

/// The error at the section. `plugin`: its id.
Diagnostic describe(const Failure& failure, std::string_view plugin, SourceId section,
                    const Limits& limits);

/// The error at a section that a plugin was not asked for, after so many that it was late with.
Diagnostic describe_left_out(int late, std::string_view plugin, SourceId section);

}  // namespace sheaf::plugin::host
