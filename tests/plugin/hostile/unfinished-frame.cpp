// Begins a frame, and waits.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(FrameType::Text, "half", 8);
  for (;;) pause();
}
