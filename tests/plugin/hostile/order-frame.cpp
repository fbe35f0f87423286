// Sends the engine what the engine sends.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(FrameType::Cancel);
  for (;;) pause();
}
