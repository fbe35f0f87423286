#pragma once
// The formats of layout files and of `sheaf.yaml`, declared once: validation, JSON Schema and
// --set follow from these.

#include <array>
#include <string_view>

#include "model/schema.hpp"

namespace sheaf::config {

constexpr int kLayoutVersion = 1;  // of `sheaf:`

/// A layout file. `with:` is Any here; the installed plugins say what it may hold.
const model::Type& layout_type();

/// Keys of a section or a part, and of the layout, that nothing may stand behind: an empty line
/// cannot tell what was meant, and would go over what a base or a part says.
constexpr std::array<std::string_view, 6> kNeverEmptyInSection{"id",   "title", "owner",
                                                               "when", "from",  "access"};
constexpr std::string_view kNeverEmptyInLayout = "status";

/// Whether a layout, a section or a part may give both keys, and `key` takes what one line can say.
bool is_key_beside(std::string_view key, std::string_view other);

/// `lint:` of a layout and of `sheaf.yaml`, and a profile file: which rules hold.
const model::Type& lint_type();

/// The project's settings, at the root: plugin folders, the default theme, lint.
const model::Type& project_type();

}  // namespace sheaf::config
