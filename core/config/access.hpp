#pragma once
// `access:` of a section: public, or exempt from publication.

#include <optional>

#include "base/diagnostic.hpp"
#include "model/exemption.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Whether a section is kept from the public. All but `public` is: a mistake must not publish it.
bool is_exempt(const model::Node* access);

/// Takes `access` of an exempt section apart, and reports what it lacks. Its shape was checked.
model::ExemptionSpec read_exemption(const model::Node& access, Diagnostics& diagnostics);

/// What the public edition may know of an exempt section: a copy of the map with its id, plugin
/// (until it is named), part, `when` and `access`, and of its `with` the `{ data: name }` only.
model::Node withheld(const model::Node& section);

}  // namespace sheaf::config
