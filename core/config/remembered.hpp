#pragma once
// What was made from a text before, by the text itself: so it need never be told of a change.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace sheaf::config {

/// Forgets everything beyond 16 MB of text. Thread-safe.
template <class Value>
class Remembered {
 public:
  std::optional<Value> find(std::string_view text) const {
    const std::lock_guard lock(mutex_);
    const auto at = values_.find(text);
    return at == values_.end() ? std::nullopt : std::optional(at->second);
  }

  void keep(std::string_view text, Value value) {
    constexpr std::size_t kMostBytes = 16'000'000;
    const std::lock_guard lock(mutex_);
    if (bytes_ + text.size() > kMostBytes) {
      values_.clear();
      bytes_ = 0;
    }
    if (values_.emplace(text, std::move(value)).second) bytes_ += text.size();
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Value, std::less<>> values_;
  std::size_t bytes_ = 0;
};

}  // namespace sheaf::config
