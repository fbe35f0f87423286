#include "plugin/check/walled_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <new>

namespace sheaf::plugin::check {
namespace {

std::size_t page_size() { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }

}  // namespace

WalledMemory::~WalledMemory() {
  for (const Piece& piece : pieces_) munmap(piece.pages, piece.size);
}

void* WalledMemory::copy(const void* bytes, std::size_t size) {
  const std::size_t page = page_size();
  const std::size_t room = (size + page) / page * page;  // at least one page
  void* pages =
      mmap(nullptr, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) throw std::bad_alloc();
  pieces_.push_back({pages, room + page});
  auto* wall = static_cast<std::byte*>(pages) + room;
  mprotect(wall, page, PROT_NONE);
  if (size > 0) std::memcpy(wall - size, bytes, size);
  return wall - size;
}

void WalledMemory::forbid() {
  for (const Piece& piece : pieces_) mprotect(piece.pages, piece.size, PROT_NONE);
}

}  // namespace sheaf::plugin::check
