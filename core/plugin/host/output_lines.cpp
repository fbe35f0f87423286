#include "plugin/host/output_lines.hpp"

#include <utility>

#include "base/utf8.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr std::size_t kLongest = 500;  // bytes of a line; the rest of it is left out
constexpr std::size_t kMostLast = 3;

}  // namespace

std::string clean_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size() && line.size() < kLongest;) {
    const CodePoint point = decode(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    append_utf8(line, control ? U' ' : point.value);
    at += point.bytes;
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

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
  std::string line = clean_line(std::exchange(line_, {}));
  log(line);
  if (line.empty()) return;
  last_.push_back(std::move(line));
  if (last_.size() > kMostLast) last_.pop_front();
}

}  // namespace sheaf::plugin::host
