// Throws what is no std::exception.
#include "hostile.h"

extern "C" void harm(const char*) { throw 42; }
