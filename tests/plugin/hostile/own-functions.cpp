// Brings its own of what the engine and its libraries call, for all to see.
#include <cstddef>
#include <new>

#include "hostile.h"

extern "C" {
#define LOUD(name) \
  __attribute__((visibility("default"))) void* name() { abort(); }
LOUD(hb_shape)
LOUD(hb_buffer_create)
LOUD(HPDF_New)
LOUD(HPDF_SaveToStream)
LOUD(FT_Init_FreeType)
LOUD(sqlite3_open_v2)
LOUD(png_create_read_struct)
LOUD(cmark_node_new)
LOUD(u_init_72)
LOUD(sheaf_section_entry_2)
__attribute__((visibility("default"))) void* malloc(std::size_t) { abort(); }
__attribute__((visibility("default"))) void free(void*) { abort(); }
__attribute__((visibility("default"))) ssize_t send(int, const void*, std::size_t, int) { abort(); }
}

__attribute__((visibility("default"))) void* operator new(std::size_t) { abort(); }
__attribute__((visibility("default"))) void operator delete(void*) noexcept { abort(); }
__attribute__((visibility("default"))) void operator delete(void*, std::size_t) noexcept {
  abort();
}

extern "C" void harm(const char*) {}
