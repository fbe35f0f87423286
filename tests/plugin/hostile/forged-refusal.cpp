// Refuses itself as it is loaded, under a name of its own and in escape sequences.
#include "forge.hpp"

__attribute__((constructor)) static void begin() {
  const PayloadWriter says = PayloadWriter()
                                 .text("layout-not-found")
                                 .text("\x1b]0;owned\x07 Not\nat\rall \xff")
                                 .text("\x1b[2J");
  send_frame(FrameType::Refused, says.bytes());
  for (;;) pause();
}

extern "C" void harm(const char*) {}
