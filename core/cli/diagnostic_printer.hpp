#pragma once
// Diagnostics for people and for tools.

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "base/source.hpp"
#include "cli/terminal.hpp"

namespace sheaf::cli {

/// One finding with its source line and a caret, as text that ends in an empty line.
std::string text_of(const Diagnostic& diagnostic, const SourceMap& sources, const Stream& stream);

inline constexpr std::size_t kMostShown = 20;

/// Errors first, each kind in the order of its places.
std::vector<const Diagnostic*> in_order(const Diagnostics& diagnostics);

/// At most `most` findings in order (0: all), then how many there are. Empty when there is nothing
/// to say. On a terminal it is broken into lines of its width.
std::string text_of(const Diagnostics& diagnostics, const SourceMap& sources, const Stream& stream,
                    std::size_t most = kMostShown);

/// {"errors": n, "warnings": n, "diagnostics": [{id, severity, message, file, line, column, …}]};
/// and "dropped": n when there were more than Diagnostics::kLimit.
Json json_of(const Diagnostics& diagnostics, const SourceMap& sources);

}  // namespace sheaf::cli
