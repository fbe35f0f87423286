#pragma once
// What the checks of a plugin came to, for people and for continuous integration.

#include <span>
#include <string>

#include "base/json.hpp"
#include "cli/terminal.hpp"
#include "plugin/check/validator.hpp"

namespace sheaf::cli {

/// A line for a check, with what is wrong and how to mend it.
std::string line_of(const plugin::check::Verdict& verdict, const Stream& out);
/// What stands below these lines: for each check that others stand on, how many were skipped; a
/// sum.
std::string sum_of(std::span<const plugin::check::Verdict> verdicts, const Stream& out);

Json json_of(std::span<const plugin::check::Verdict> verdicts);

/// JUnit's XML, one test suite named after the plugin: what continuous integration shows. A warning
/// is a test that passed and printed.
std::string junit_of(std::span<const plugin::check::Verdict> verdicts, std::string_view plugin);

}  // namespace sheaf::cli
