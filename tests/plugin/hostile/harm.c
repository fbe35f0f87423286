/* The table and the render function of plugins whose harm() is C++. */
#include "hostile.h"

void harm(const char* folder);

HARM_PLUGIN
