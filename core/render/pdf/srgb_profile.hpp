#pragma once

#include <string_view>

namespace sheaf::render::pdf {

/// The ICC profile of sRGB IEC 61966-2.1, made part of the program when it is built.
std::string_view srgb_profile();

}  // namespace sheaf::render::pdf
