// The operators of a program that allocates with mimalloc, whose own end the program where no
// memory is left. Part of no library: a program that links sheaf_allocator is compiled with it.

#include <mimalloc.h>

#include <new>

void* operator new(std::size_t size) {
  if (void* memory = mi_malloc(size)) return memory;
  throw std::bad_alloc();
}

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { mi_free(memory); }
void operator delete[](void* memory) noexcept { mi_free(memory); }
void operator delete(void* memory, std::size_t) noexcept { mi_free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { mi_free(memory); }
