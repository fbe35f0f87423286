#pragma once
// The formats of layout files and of `sheaf.yaml`, declared once: validation, JSON Schema and
// --set follow from these.

#include <optional>
#include <string_view>

#include "model/schema.hpp"

namespace sheaf::config {

constexpr int kLayoutVersion = 1;  // of `sheaf:`

/// A layout file. `with:` is Any here; the installed plugins say what it may hold.
const model::Type& layout_type();

/// The project's settings, at the root: plugin folders and the default theme.
const model::Type& project_type();

/// Keys of the format that this version does not do yet, under any parent: `review_by`.
bool is_planned_key(std::string_view key);

}  // namespace sheaf::config
