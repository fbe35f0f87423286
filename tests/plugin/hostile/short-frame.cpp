// Sends a call with half of its numbers.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(FrameType::Open, "xxxx");
  for (;;) pause();
}
