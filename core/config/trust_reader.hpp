#pragma once
// The list of trusted plugins: trust.yaml.

#include "base/diagnostic.hpp"
#include "base/file_system.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/schema.hpp"
#include "model/trust_list.hpp"

namespace sheaf::config {

constexpr int kTrustVersion = 1;

const model::Type& trust_type();

/// The list in `file`, which is canonical. A list with any error in it is none: nothing would be
/// trusted by half of it.
Result<model::TrustList> read_trust(const Path& file, FileSystem& files, SourceMap& sources,
                                    Diagnostics& diagnostics);

}  // namespace sheaf::config
