#pragma once
// What the file that is written is called.

#include <string>
#include <string_view>

#include "base/file_system.hpp"

namespace sheaf::document {

/// The layout's folder and stem: "2020-11-report" of people/2020-11/report.yaml.
std::string default_output_name(const Path& layout);

/// A name that every file system takes: no folders, hyphens for spaces, no apostrophes, at
/// most 200 bytes.
std::string safe_file_name(std::string_view text);

}  // namespace sheaf::document
