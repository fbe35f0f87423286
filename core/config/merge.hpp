#pragma once
// How a file lies over the one it is based on.

#include "model/node.hpp"

namespace sheaf::config {

/// Maps merge key by key, the base's keys first; anything else in `over` replaces, also a key with
/// nothing behind it, which takes the base's value away. A `{ file: … }` or `{ data: … }` is one
/// value and replaces as a whole.
model::Node merge(model::Node base, model::Node over);

}  // namespace sheaf::config
