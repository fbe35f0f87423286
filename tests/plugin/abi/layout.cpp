// The boundary as C++ sees it: compiled as C++11, 17 and 20.
#define CHECK(condition) static_assert(condition, #condition)
#include "layout.inc"
