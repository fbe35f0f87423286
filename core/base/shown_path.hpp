#pragma once
// How messages name files.

#include <string>

#include "base/file_system.hpp"

namespace sheaf {

/// The path without detours. One that begins with a dash gets a `./`, as it must be typed, too:
/// what begins with a dash is an option of the command line, also as the place of a finding.
inline std::string shown_path(const Path& path) {
  const std::string plain = path.lexically_normal().string();
  return plain.starts_with('-') ? "./" + plain : plain;
}

}  // namespace sheaf
