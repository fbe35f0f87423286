// Sends a frame of a type that there is not.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(static_cast<FrameType>(0xFFFF), "x");
  for (;;) pause();
}
