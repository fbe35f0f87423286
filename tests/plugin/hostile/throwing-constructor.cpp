// Throws as it is loaded.
#include "hostile.h"

struct Thrower {
  Thrower() { throw 42; }
};
static const Thrower thrower;

extern "C" void harm(const char*) {}
