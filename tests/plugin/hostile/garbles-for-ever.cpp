// Sends a frame that there is not, and then more than anybody has room for.
#include <vector>

#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(static_cast<FrameType>(0xFFFF));
  const std::vector<char> much(1 << 20);
  for (;;) send_bytes({much.data(), much.size()});
}
