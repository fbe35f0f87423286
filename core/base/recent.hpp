#pragma once
// What earlier builds made and this one may need again, by all that it was made from.

#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

namespace sheaf {

/// Belongs to one build at a time. Keeps values, at addresses that stay, until `most` bytes are
/// taken; a build that begins with more than half of that drops what the last one had no use for.
template <class Value>
class Recent {
 public:
  explicit Recent(std::size_t most) : most_(most) {}

  /// Null when nothing is kept under the key.
  Value* find(const std::string& key) {
    const auto at = entries_.find(key);
    if (at == entries_.end()) return nullptr;
    at->second.last_used = build_;
    return &at->second.value;
  }

  /// Where it is kept; null when there is no room, and `value` is left as it was. `bytes` is what
  /// it takes in memory.
  Value* keep(std::string key, Value&& value, std::size_t bytes) {
    bytes += key.size() + sizeof(Entry);
    if (bytes_ + bytes > most_) return nullptr;
    const auto [at, fresh] = entries_.try_emplace(std::move(key), std::move(value), bytes, build_);
    if (fresh) bytes_ += bytes;
    return &at->second.value;
  }

  bool empty() const { return entries_.empty(); }

  void begin_build() {
    ++build_;
    if (bytes_ <= most_ / 2) return;
    for (auto at = entries_.begin(); at != entries_.end();) {
      const bool stays = at->second.last_used + 1 == build_;
      if (!stays) bytes_ -= at->second.bytes;
      at = stays ? std::next(at) : entries_.erase(at);
    }
  }

  void clear() {
    entries_.clear();
    bytes_ = 0;
  }

 private:
  struct Entry {
    Entry(Value&& made, std::size_t size, std::uint64_t build)
        : value(std::move(made)), bytes(size), last_used(build) {}
    Value value;
    std::size_t bytes;
    std::uint64_t last_used;  // the build
  };
  std::unordered_map<std::string, Entry> entries_;  // looked up; its order is never told
  std::size_t most_, bytes_ = 0;
  std::uint64_t build_ = 0;
};

}  // namespace sheaf
