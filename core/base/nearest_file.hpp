#pragma once
// "Did you mean" for a file that is not there.

#include <string>

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"

namespace sheaf {

/// Gives a finding about `missing`, which stands where the file is named, as help the nearest name
/// in its folder, and the cure where no other can be meant. False when no name is near.
bool offer_nearest_file(Diagnostic& finding, const Path& missing, const FileSystem& files,
                        const SourceMap& sources);

/// "There are a.md and b.md in that folder. ", of the files of its kind where `missing` should be;
/// empty without any.
std::string files_in_its_place(const Path& missing, const FileSystem& files);

}  // namespace sheaf
