#pragma once
// `data:` of a merged layout, taken apart.

#include <array>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/layout_spec.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// What an entry takes its rows from; it needs one of them.
inline constexpr std::array<std::string_view, 2> kRowSources{"file", "sql"};
/// Keys that say how `file` is read, and mean nothing without it. A query names its tables itself:
/// the first goes with no `sql` at all.
inline constexpr std::array<std::string_view, 3> kKeysOfFile{"table", "separator", "encoding"};

/// One entry for each name under `data:`. Names without rows to go with them, and keys that do not
/// go together, are reported, and known all the same; whether files fit is for bind to find out.
std::vector<model::DataSpec> take_data(const model::Node& data, Diagnostics& diagnostics);

}  // namespace sheaf::config
