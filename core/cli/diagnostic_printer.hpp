#pragma once
// Diagnostics for people and for tools.

#include <string>

#include "base/diagnostic.hpp"
#include "base/json.hpp"
#include "base/source.hpp"
#include "cli/terminal.hpp"

namespace sheaf::cli {

/// One finding with its source line and a caret, as text that ends in an empty line.
std::string text_of(const Diagnostic& diagnostic, const SourceMap& sources, const Stream& stream);

/// At most 20 findings (errors first, each kind in the order of its places), then how many there
/// are. Empty when there is nothing to say.
std::string text_of(const Diagnostics& diagnostics, const SourceMap& sources, const Stream& stream);

/// {"errors": n, "warnings": n, "diagnostics": [{id, severity, message, file, line, column, …}]}
Json json_of(const Diagnostics& diagnostics, const SourceMap& sources);

}  // namespace sheaf::cli
