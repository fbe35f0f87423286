#pragma once
// Versions by the rules of Semantic Versioning 2.0.0 (semver.org), and what a layout asks of one.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sheaf {

struct Version {
  std::uint64_t major = 0, minor = 0, patch = 0;
  std::vector<std::string> prerelease = {};  // "beta", "2" of 1.0.0-beta.2

  bool is_prerelease() const { return !prerelease.empty(); }
};

/// "1.2.3", "1.2.3-beta.2+build"; nothing when it is no semantic version. What is behind a plus is
/// of no consequence and is not kept.
std::optional<Version> parse_version(std::string_view text);

/// Precedence, SemVer 11: which of the two is the later one.
std::weak_ordering operator<=>(const Version& a, const Version& b);
inline bool operator==(const Version& a, const Version& b) { return (a <=> b) == 0; }

/// What is asked of a version: "^1.2", "~1.2.3", ">=1.2", "1.2", "1.2.3".
struct VersionRange {
  Version least;
  std::optional<Version> below;  // not this and what comes after it

  /// A pre-release fits only when the range names one of the same three numbers.
  bool holds(const Version& version) const;
};

/// ^1.2 is 1.2.0 and later up to, and without, 2.0.0 (^0.2: 0.3.0); ~1.2.3 up to 1.3.0; >=1.2 has
/// no end; 1.2 is every 1.2.x, 1.2.3 that one alone. Nothing when it is none of these.
std::optional<VersionRange> parse_version_range(std::string_view text);

}  // namespace sheaf
