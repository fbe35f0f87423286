#include "plugin/host/output_lines.hpp"

#include <utility>

#include "base/clean_line.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr std::size_t kLongest = 500;  // bytes of a line; the rest of it is left out
constexpr std::size_t kMostLast = 3;

}  // namespace

void OutputLines::add(std::string_view bytes, const Log& log) {
  size_ += bytes.size();
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    const std::string_view part = bytes.substr(0, end);
    line_ += part.substr(0, kLongest - std::min(kLongest, line_.size()));
    if (end == bytes.npos) return;
    take(log);
    bytes.remove_prefix(end + 1);
  }
}

void OutputLines::finish(const Log& log) {
  if (!line_.empty()) take(log);
}

void OutputLines::take(const Log& log) {
  size_ += kLine;
  std::string line = clean_line(std::exchange(line_, {}));
  log(line);
  if (line.empty()) return;
  last_.push_back(std::move(line));
  if (last_.size() > kMostLast) last_.pop_front();
}

}  // namespace sheaf::plugin::host
