// sheaf-host: the processes in which section plugins run. The engine starts it; people do not.

#include <cstdio>
#include <cstring>

#include "plugin/host/crash.hpp"
#include "plugin/host/nursery.hpp"
#include "plugin/host/parcel.hpp"

int main(int argc, char** argv) {
  using namespace sheaf::plugin::host;
  if (argc != 2 || std::strcmp(argv[1], SHEAF_VERSION) != 0) {
    std::fputs("sheaf-host " SHEAF_VERSION " is started by sheaf, of the same version\n", stderr);
    return 2;
  }
  prepare_traces();
  Nursery(kSocket).serve();
}
