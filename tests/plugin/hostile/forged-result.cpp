// Ends its section itself, before it has begun, and then again.
#include "forge.hpp"

extern "C" void harm(const char*) {
  const std::int32_t ok = SHEAF_OK;
  send_frame(FrameType::Result, sheaf::plugin::host::bytes_of(ok));
}
