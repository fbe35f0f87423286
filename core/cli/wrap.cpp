#include "cli/wrap.hpp"

#include <algorithm>

namespace sheaf::cli {
namespace {

/// The bytes of `rest` that fit into `room` columns, up to a space; at least a word.
std::size_t bytes_that_fit(std::string_view rest, std::size_t room) {
  std::size_t end = 0, columns = 0;
  while (end < rest.size()) {
    const auto word = std::min(rest.find(' ', end + 1), rest.size());
    columns += columns_of(rest.substr(end, word - end));
    if (end > 0 && columns > room) break;
    end = word;
  }
  return end;
}

void append_line(std::string& out, std::string_view line, std::size_t width, std::size_t indent) {
  for (bool first = true; first || !line.empty(); first = false) {
    if (!first) out.append("\n").append(indent, ' ');
    const std::size_t taken = out.size() - (out.rfind('\n') + 1);
    const std::size_t used = columns_of(std::string_view(out).substr(out.size() - taken));
    const auto bytes = bytes_that_fit(line, width > used ? width - used : 1);
    out += line.substr(0, bytes);
    line.remove_prefix(std::min(line.find_first_not_of(' ', bytes), line.size()));
  }
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  if (width == 0) return std::string(text);
  std::string out;
  for (bool first = true; first || !text.empty(); first = false) {
    if (!first) out += '\n';
    const auto line = text.substr(0, text.find('\n'));
    append_line(out, line, width, indent);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return out;
}

}  // namespace sheaf::cli
