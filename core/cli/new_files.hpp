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

/// All files of a folder and those below, for a command that copies them. Empty: the folder is not
/// there, or something in it cannot be read.
std::vector<NewFile> files_below(const FileSystem& files, const Path& top);

/// Those of `files` that are in `folder` already.
std::vector<std::string> collisions(const Invocation& invocation, const std::vector<NewFile>& files,
                                    const Path& folder);

/// Makes `folder` with `files`, unless one of them is there already: then says so as `command`, and
/// writes nothing.
ExitCode write_new_files(const Invocation& invocation, std::string_view command,
                         const std::vector<NewFile>& files, const Path& folder);

/// Makes `files` in `folder` anew, unless one of them is there that Sheaf has not made: one that
/// differs and does not hold `mark`, as all that it makes do. Then says so as `command`, and writes
/// nothing.
ExitCode renew_files(const Invocation& invocation, std::string_view command, std::string_view mark,
                     const std::vector<NewFile>& files, const Path& folder);

/// Makes `folder` and writes `files` into it, over what is there, each whole or not at all. When
/// one cannot be written, says why on standard error, takes away the new ones that were, and gives
/// ExitCode::Environment.
ExitCode write_files(const Invocation& invocation, const std::vector<NewFile>& files,
                     const Path& folder);

}  // namespace sheaf::cli
