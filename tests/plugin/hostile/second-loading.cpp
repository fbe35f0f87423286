// Says twice that it is loaded.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(FrameType::Loaded);
  for (;;) pause();
}
