// Ends in the middle of a frame.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(FrameType::Text, "half", 8);
  _exit(0);
}
