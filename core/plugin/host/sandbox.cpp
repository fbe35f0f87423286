#include "plugin/host/sandbox.hpp"

#include <sys/prctl.h>

#include <array>
#include <vector>

#include "plugin/host/landlock.hpp"
#include "plugin/host/system_calls.hpp"

namespace sheaf::plugin::host {
namespace {

/// Where the loader looks for the libraries that a plugin needs, and what it reads to find them.
constexpr std::array kLibraries = {"/lib",       "/lib64",         "/usr/lib",
                                   "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
                                   "/opt",       "/proc/self/maps"};

}  // namespace

SandboxSupport sandbox_support() { return {landlock_version(), can_filter_system_calls()}; }

void enter_sandbox(std::span<const std::string> folders) {
  (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  (void)::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // no core file; no other process looks in
  std::vector<std::string> readable(folders.begin(), folders.end());
  readable.insert(readable.end(), kLibraries.begin(), kLibraries.end());
  restrict_files(readable);
  filter_system_calls();
}

void leave_libraries(std::span<const std::string> folders) { restrict_files(folders); }

}  // namespace sheaf::plugin::host
