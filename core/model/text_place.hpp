#pragma once
// Places inside a text: which byte of the file a byte of a YAML scalar, a CSV cell or a whole file
// was.

#include <cstddef>
#include <string_view>

#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::model {

/// The place of byte `offset` of `text`, which was typed at `source` and lies there as `layout`
/// says. Quotes, escapes, indents and folded lines are stepped over; for a text that does not stand
/// in the file as typed (a value of --set, say) the place is as near as can be told.
SourceId place_in_text(const SourceMap& sources, SourceId source, const TextLayout& layout,
                       std::string_view text, std::size_t offset);

}  // namespace sheaf::model
