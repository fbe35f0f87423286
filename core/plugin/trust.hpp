#pragma once
// Which plugins may be loaded, where a list says so.

#include <string>

#include "base/file_system.hpp"
#include "model/trust_list.hpp"
#include "plugin/registry.hpp"

namespace sheaf::plugin {

/// The same plugins; those that are not on the list, or in a version that is not, are barred, and
/// the others may be loaded as a library of the hash that the list gives, no other.
Registry restrict_to(const model::TrustList& list, Registry registry);

/// Why a plugin may not be run, or nothing. The library's hash, for the list, is made only now.
std::optional<LoadProblem> why_barred(const Manifest& manifest);

/// What is said of a trusted plugin whose library has another hash.
LoadProblem other_library(const Manifest& manifest, std::string_view hash);

/// The bytes of a library, at most 256 MiB; or what is wrong.
tl::expected<std::string, std::string> read_library(const Path& library, const FileSystem& files);

/// The line of trust.yaml for a plugin as it is now: "  cover: { version: 1.0.0, sha256: … }"; or
/// what is wrong, as a sentence.
tl::expected<std::string, std::string> trust_line(const Manifest& manifest,
                                                  const FileSystem& files);

}  // namespace sheaf::plugin
