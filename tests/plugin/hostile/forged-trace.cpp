// Makes up where it crashed, in very many lines and many times, and crashes.
#include "forge.hpp"

extern "C" void harm(const char*) {
  std::string lines;
  while (lines.size() < (1 << 16)) lines += "x\n";
  send_frame(FrameType::Crash, sheaf::plugin::host::bytes_of(SIGSEGV));
  for (int i = 0; i < 9; ++i) send_frame(FrameType::Trace, lines);
  signal(SIGSEGV, SIG_DFL);
  raise(SIGSEGV);
}
