#pragma once
// What was made from a text before, by the text itself: so it need never be told of a change.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace sheaf::config {

/// Forgets everything beyond 64 MB, texts and values together. Thread-safe.
template <class Value>
class Remembered {
 public:
  bool knows(std::string_view text) const {
    const std::lock_guard lock(mutex_);
    return values_.contains(text);
  }

  std::optional<Value> find(std::string_view text) const {
    const std::lock_guard lock(mutex_);
    const auto at = values_.find(text);
    return at == values_.end() ? std::nullopt : std::optional(at->second);
  }

  /// `bytes` is what the value takes in memory; one that takes more than all may is not kept.
  void keep(std::string_view text, Value value, std::size_t bytes) {
    constexpr std::size_t kMostBytes = 64'000'000;
    bytes += text.size();
    if (bytes > kMostBytes) return;
    const std::lock_guard lock(mutex_);
    if (bytes_ + bytes > kMostBytes) {
      values_.clear();
      bytes_ = 0;
    }
    if (values_.emplace(text, std::move(value)).second) bytes_ += bytes;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Value, std::less<>> values_;
  std::size_t bytes_ = 0;
};

}  // namespace sheaf::config
