#pragma once
// What images ask for in JSON Schema beyond their keys.

#include "base/json.hpp"

namespace sheaf::config {

/// WCAG 2.2, 1.1.1: words for the image, or that it says nothing, and not both.
Json one_alternative();

/// { file: … } alone would replace what another file says, and says nothing in words.
void part_of_image(Json& image);

}  // namespace sheaf::config
