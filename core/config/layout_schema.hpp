#pragma once
// The formats of layout files and of `sheaf.yaml`, declared once: validation, JSON Schema and
// --set follow from these.

#include "model/schema.hpp"

namespace sheaf::config {

constexpr int kLayoutVersion = 1;  // of `sheaf:`

/// A layout file. `with:` is Any here; the installed plugins say what it may hold.
const model::Type& layout_type();

/// `lint:` of a layout and of `sheaf.yaml`, and a profile file: which rules hold.
const model::Type& lint_type();

/// The project's settings, at the root: plugin folders, the default theme, lint.
const model::Type& project_type();

}  // namespace sheaf::config
