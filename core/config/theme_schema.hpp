#pragma once
// The format of theme files, declared once.

#include "model/schema.hpp"

namespace sheaf::config {

const model::Type& theme_type();

}  // namespace sheaf::config
