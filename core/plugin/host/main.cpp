// sheaf-host: the processes in which section plugins run. The engine starts it; people do not.

#include <cstdio>
#include <cstring>

#include "plugin/host/crash.hpp"
#include "plugin/host/nursery.hpp"
#include "plugin/host/parcel.hpp"

/// Asked by the leak sanitizer, which cannot look for leaks where system calls are filtered: it
/// would end a section's process with an exit code of its own.
extern "C" int __lsan_is_turned_off();               // NOLINT(bugprone-reserved-identifier)
extern "C" int __lsan_is_turned_off() { return 1; }  // NOLINT(bugprone-reserved-identifier)

int main(int argc, char** argv) {
  using namespace sheaf::plugin::host;
  if (argc != 2 || std::strcmp(argv[1], SHEAF_VERSION) != 0) {
    std::fputs("sheaf-host " SHEAF_VERSION " is started by sheaf, of the same version\n", stderr);
    return 2;
  }
  prepare_traces();
  Nursery(kSocket).serve();
}
