#pragma once
// Tries a section plugin hard, before it ships: each check in a process of its own.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/block.hpp"
#include "plugin/check/child.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin::check {

enum class Outcome { Passed, Warned, Failed, Skipped };

/// What one check came to.
struct Verdict {
  std::string_view check;
  Outcome outcome = Outcome::Passed;
  // What is wrong, as a sentence without full stop; why it was skipped; of one that passed, what
  // there is to say, or nothing.
  std::string says = {};
  std::string_view help = {};
  std::string where = {};      // of a crash or a hang: the place in the library, and its line
  std::string_view root = {};  // of a skipped one: the check that failed and is to be mended first
  Milliseconds took{0};
  Milliseconds processor{0};
  std::uint64_t peak = 0;  // bytes of memory at most
};

/// Tells what is wrong with a section for its readers.
using Reader = std::function<void(model::Section section, Diagnostics& diagnostics)>;

struct Options {
  Path program;                        // sheaf-check, in which the checks are made
  Path host = {};                      // sheaf-host; empty: what needs_host() is left out
  std::vector<std::string> only = {};  // names of checks; empty for all
  std::vector<std::string> skip = {};
  std::optional<std::uint64_t> seed = {};  // values made at random: of this seed alone
  std::vector<std::string> hashes = {};    // as a manifest's: what the library must have, one of
  host::Limits limits = check_limits();    // of each check
  // By the clock, with a plugin for which `time` failed: then the checks that are left are skipped.
  Milliseconds patience{30'000};
  Reader reader = {};                             // for `lint`; empty: that check is left out
  std::function<void(const Verdict&)> tell = {};  // of each check when it is done; may be empty
};

/// One check, as --help and the reference list it.
struct CheckName {
  std::string_view name, says;
};
/// In the order in which they run.
std::vector<CheckName> check_names();

/// Whether one of the checks that are wished for is made through sheaf-host.
bool needs_host(const Options& options);

/// Runs the checks. Nothing of the library is loaded into this process. A check that stands on
/// another which failed is skipped: it would only repeat it.
std::vector<Verdict> validate(const Path& library, FileSystem& files, const Options& options);

/// Makes one check, in this process, which is a child: what is wrong, or nothing.
std::string make_check(const Assignment& assignment, Note& note);

}  // namespace sheaf::plugin::check
