#pragma once
// Memory behind which nothing can be read: who goes past the end is caught at once.

#include <cstddef>
#include <string_view>
#include <vector>

namespace sheaf::plugin::check {

/// Each piece ends where a page begins that nobody may touch. Pieces live as long as this object.
class WalledMemory {
 public:
  WalledMemory() = default;
  ~WalledMemory();
  WalledMemory(const WalledMemory&) = delete;
  WalledMemory& operator=(const WalledMemory&) = delete;

  /// A copy of the bytes, writable; as aligned as its length allows.
  void* copy(const void* bytes, std::size_t size);
  std::string_view copy(std::string_view text) {
    return {static_cast<const char*>(copy(text.data(), text.size())), text.size()};
  }

  /// From now on, who touches any of it is caught.
  void forbid();

 private:
  struct Piece {
    void* pages;
    std::size_t size;  // whole pages, the wall included
  };
  std::vector<Piece> pieces_;
};

}  // namespace sheaf::plugin::check
