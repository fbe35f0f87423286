/* A library that lies beside the layout: what it does when it is loaded must stay where it is. */
#include <stdlib.h>

__attribute__((visibility("default"))) void* HPDF_New(void) { abort(); }
