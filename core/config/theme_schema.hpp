#pragma once
// The format of theme files, declared once.

#include "model/schema.hpp"

namespace sheaf::config {

constexpr int kThemeVersion = 1;  // of `theme:`

const model::Type& theme_type();

}  // namespace sheaf::config
