/* The boundary as C11 sees it. */
#define CHECK(condition) _Static_assert(condition, #condition)
#include "layout.inc"
