// Sends a frame that there is not, and prints without end while it is being ended.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(static_cast<FrameType>(0xFFFF));
  std::string lines;
  while (lines.size() < (1 << 16)) lines += "x\n";
  for (;;) (void)!write(STDOUT_FILENO, lines.data(), lines.size());
}
