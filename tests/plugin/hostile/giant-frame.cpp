// Announces a frame of four gigabytes.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(FrameType::Text, "x", 0xFFFFFFFF);
  for (;;) pause();
}
