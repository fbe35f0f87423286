#include "plugin/host/landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "base/descriptor.hpp"

namespace sheaf::plugin::host {
namespace {

// What the headers of older systems do not know. The kernel takes a longer structure than it knows
// when the rest is zero.
struct Ruleset {
  std::uint64_t files = 0, network = 0, scopes = 0;
};
constexpr std::uint64_t kReadFile = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kReadFolder = LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kTcp = (1U << 0) | (1U << 1);     // bind, connect
constexpr std::uint64_t kScopes = (1U << 0) | (1U << 1);  // abstract sockets, signals

/// All rights to files that a version knows: refer came with 2, truncate with 3, device ioctls
/// with 5.
std::uint64_t all_rights(int version) {
  constexpr int kFirst = 13;
  const int known = kFirst + (version >= 2) + (version >= 3) + (version >= 5);
  return (1ULL << known) - 1;
}

Ruleset ruleset_of(int version) {
  return {all_rights(version), version >= 4 ? kTcp : 0, version >= 6 ? kScopes : 0};
}

void allow(int ruleset, const std::string& path) {
  const Descriptor place(::open(path.c_str(), O_PATH | O_CLOEXEC));
  struct stat what {};
  if (!place || ::fstat(place.value(), &what) != 0) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = S_ISDIR(what.st_mode) ? kReadFile | kReadFolder : kReadFile;
  rule.parent_fd = place.value();
  (void)::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

}  // namespace

int landlock_version() {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : static_cast<int>(version);
}

std::string why_no_landlock() {
  (void)::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return errno == EOPNOTSUPP ? "is switched off at boot: add landlock to the kernel's lsm="
                             : "is not in this kernel: it came with Linux 5.13";
}

bool restrict_files(std::span<const std::string> readable) {
  const int version = landlock_version();
  if (version == 0) return false;
  const Ruleset rules = ruleset_of(version);
  const Descriptor ruleset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0)));
  if (!ruleset) return false;
  for (const std::string& path : readable) {
    if (!path.empty()) allow(ruleset.value(), path);
  }
  return ::syscall(SYS_landlock_restrict_self, ruleset.value(), 0) == 0;
}

}  // namespace sheaf::plugin::host
