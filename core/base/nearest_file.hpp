#pragma once
// "Did you mean" for a file that is not there.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/source.hpp"

namespace sheaf {

/// Gives a finding about `missing`, which stands where the file is named, as help the nearest name
/// in its folder, and the cure where no other can be meant. False when no name is near.
bool offer_nearest_file(Diagnostic& finding, const Path& missing, const FileSystem& files,
                        const SourceMap& sources);

}  // namespace sheaf
