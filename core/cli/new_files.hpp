#pragma once
// Several files at once, for commands that write a folder: all of them or none.

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace sheaf::cli {

struct NewFile {
  std::string name;  // below the folder: "people/report.yaml"
  std::string bytes;
};

/// Those of `files` that are in `folder` already.
std::vector<std::string> collisions(const Invocation& invocation, const std::vector<NewFile>& files,
                                    const Path& folder);

/// Makes `folder` and writes `files` into it, over what is there, each whole or not at all. When
/// one cannot be written, says why on standard error, takes away the new ones that were, and gives
/// ExitCode::Environment.
ExitCode write_files(const Invocation& invocation, const std::vector<NewFile>& files,
                     const Path& folder);

}  // namespace sheaf::cli
