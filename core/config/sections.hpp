#pragma once
// The sections of a layout with `use`, `from` and default names worked in.

#include <string_view>

#include "config/project_files.hpp"
#include "model/layout_spec.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Under this key a section says what it asks of its plugin's version. Nobody can type it.
inline constexpr std::string_view kPluginVersion = "plugin version";

/// A section has this key where its `from` could not be read. Nobody can type it, either.
inline constexpr std::string_view kContentLost = "content lost";

/// The form of a section's `id`, in the words of <sheaf/pattern.hpp>.
inline constexpr std::string_view kIdForm = "[A-Za-z0-9_-]+";

/// Whether all that a layout is based on could be read.
enum class Base { Whole, Lost };

/// Replaces `sections` of a merged layout by maps that hold all there is to say: `id` (given, or
/// the plugin's made unique with -2, -3 …), `plugin`, `title`, `owner`, `when`, `with`. A section
/// that cannot be completed is reported and left out. Takes `parts` away. For the public edition,
/// exempt sections keep only what withheld() leaves them, and their files are not read.
/// `base` Lost: an unknown part is not reported, because the base may have given it.
void expand_sections(model::Node& layout, model::Edition edition, Base base, ProjectFiles& project,
                     Diagnostics& diagnostics);

}  // namespace sheaf::config
