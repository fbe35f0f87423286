// Says that it is not loaded, when it is.
#include "forge.hpp"

extern "C" void harm(const char*) {
  send_frame(FrameType::Refused, PayloadWriter().text("no-plugin").text("No").text("No").bytes());
  for (;;) pause();
}
