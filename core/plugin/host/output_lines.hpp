#pragma once
// What a plugin prints, as lines that may be shown.

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace sheaf::plugin::host {

class OutputLines {
 public:
  using Log = std::function<void(std::string_view)>;
  /// A line counts for so many bytes more, because whoever listens adds words to it.
  static constexpr std::uint64_t kLine = 20;

  void add(std::string_view bytes, const Log& log);
  /// Ends the last line.
  void finish(const Log& log);

  /// The last lines that hold anything, oldest first.
  const std::deque<std::string>& last() const { return last_; }
  /// Bytes since the count was begun anew, and what the lines count for.
  std::uint64_t size() const { return size_; }
  void count_anew() { size_ = 0; }

 private:
  void take(const Log& log);

  std::string line_;
  std::deque<std::string> last_;
  std::uint64_t size_ = 0;
};

}  // namespace sheaf::plugin::host
