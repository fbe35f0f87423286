// Sends frames of nothing for ever.
#include "forge.hpp"

extern "C" void harm(const char*) {
  std::string frames;
  const FrameHead head{FrameType::Stale, 4};
  for (int i = 0; i < 4096; ++i)
    frames.append(sheaf::plugin::host::bytes_of(head)).append("\1\0\0\0", 4);
  for (;;) send_bytes(frames);
}
