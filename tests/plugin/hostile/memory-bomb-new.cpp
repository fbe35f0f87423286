// Takes memory as C++ does, and lets the exception go.
#include "hostile.h"

extern "C" void harm(const char*) {
  for (;;) memset(new char[8 << 20], 1, 8 << 20);
}
