#pragma once
// Findings for the tools that others have made: code scanning and continuous integration.

#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "base/source.hpp"
#include "config/explanations.hpp"

namespace sheaf::cli {

/// SARIF 2.1.0 (OASIS, 2020): one run, a rule for each id that occurs, columns in code points.
/// `version` is the program's.
Json sarif_of(const Diagnostics& diagnostics, const SourceMap& sources,
              std::span<const config::Explanation> explanations, std::string_view version);

/// GitHub's workflow commands, a line each: "::error file=…,line=…,col=…,title=…::message".
std::string github_of(const Diagnostics& diagnostics, const SourceMap& sources);

}  // namespace sheaf::cli
