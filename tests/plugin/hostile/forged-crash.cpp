// Tells of a crash that never was, in escape sequences.
#include "forge.hpp"

extern "C" void harm(const char*) {
  const std::int32_t signal = 9999;
  send_frame(FrameType::Crash, sheaf::plugin::host::bytes_of(signal));
  send_frame(FrameType::Trace, "\x1b]0;owned\x07\nlibsheaf.so\n\xff\xfe\n");
  _exit(0);
}
