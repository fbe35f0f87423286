#pragma once
// Whether people can read what a theme makes: WCAG 2.2, 1.4.3 and 1.4.11, and the sizes that public
// bodies ask for.

#include "base/diagnostic.hpp"
#include "model/node.hpp"
#include "model/theme.hpp"

namespace sheaf::config {

/// Text under 12 pt, lines closer than their letters, contrast under 4.5 (3 for large text and for
/// drawings) on any background that a role can stand on, margins that leave no room. `tree` is what
/// the theme was made from, for places.
void check_readability(const model::Theme& theme, const model::Node& tree,
                       Diagnostics& diagnostics);

}  // namespace sheaf::config
