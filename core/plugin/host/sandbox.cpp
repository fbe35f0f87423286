#include "plugin/host/sandbox.hpp"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "plugin/host/landlock.hpp"
#include "plugin/host/system_calls.hpp"

namespace sheaf::plugin::host {
namespace {

/// Where the loader looks for the libraries that a plugin needs, and what it reads to find them.
constexpr std::array kLibraries = {"/lib",       "/lib64",         "/usr/lib",
                                   "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"};

/// The folders of a list that may be missing.
void add_list(std::vector<std::string>& folders, const char* list) {
  std::string_view left = list ? list : "";
  while (!left.empty()) {
    const auto end = std::min(left.find(':'), left.size());
    folders.emplace_back(left.substr(0, end));
    left.remove_prefix(std::min(end + 1, left.size()));
  }
}

/// Of what root may beyond others, only reading is left, which Landlock bounds: above all, a
/// process that root started cannot lift its limits.
void give_up_privileges() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> sets{};
  if (::syscall(SYS_capget, &header, sets.data()) != 0) return;
  const std::uint32_t kept = sets[0].permitted & (1U << CAP_DAC_READ_SEARCH);
  sets = {};
  sets[0].effective = sets[0].permitted = kept;
  (void)::syscall(SYS_capset, &header, sets.data());
}

/// As far as there is Landlock.
bool keep_to(std::span<const std::string> readable) {
  return restrict_files(readable) || landlock_version() == 0;
}

}  // namespace

std::string sandbox_in_words() {
  const int landlock = landlock_version();
  const std::string files =
      landlock
          ? fmt::format("Landlock {} keeps files from it", landlock)
          : fmt::format("it can read files of all folders, for Landlock {}", why_no_landlock());
  return files + (can_filter_system_calls() ? "; seccomp, what reaches beyond it"
                                            : "; this kernel has no seccomp");
}

bool enter_sandbox(std::span<const std::string> folders) {
  (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  give_up_privileges();
  (void)::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // no core file; no other process looks in
  std::vector<std::string> readable(folders.begin(), folders.end());
  readable.insert(readable.end(), kLibraries.begin(), kLibraries.end());
  add_list(readable, std::getenv("LD_LIBRARY_PATH"));
  return keep_to(readable) && (filter_system_calls() || !can_filter_system_calls());
}

bool leave_libraries(std::span<const std::string> folders) { return keep_to(folders); }

}  // namespace sheaf::plugin::host
