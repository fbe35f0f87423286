// Says that it is loaded, and writes its section, before it was asked.
#include "forge.hpp"

__attribute__((constructor)) static void begin() {
  const std::int32_t ok = SHEAF_OK;
  send_frame(FrameType::Loaded);
  send_frame(FrameType::Result, sheaf::plugin::host::bytes_of(ok));
  for (;;) pause();
}

extern "C" void harm(const char*) {}
