#include "document/placeholder.hpp"

#include <algorithm>

namespace sheaf::document {
namespace {

/// The next word of `text`, which is taken off it.
std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  const auto word = text.substr(0, text.find_first_of(" \t\r\n"));
  text.remove_prefix(word.size());
  return word;
}

bool is_path(std::string_view word) {
  return !word.empty() && word.find_first_of("()[]{}\"'`,;:") == std::string_view::npos &&
         !word.starts_with('.') && !word.ends_with('.') &&
         word.find("..") == std::string_view::npos;
}

}  // namespace

std::optional<Placeholder> find_placeholder(std::string_view text, std::size_t from) {
  const auto begin = text.find("((", from);
  if (begin == std::string_view::npos) return {};
  const auto close = text.find("))", begin + 2);
  const auto line = text.substr(begin, text.find('\n', begin) - begin);
  if (close == std::string_view::npos) return Placeholder{begin, line, {}, {}};
  Placeholder found{begin, text.substr(begin, close + 2 - begin), {}, {}};
  std::string_view inner = text.substr(begin + 2, close - begin - 2);
  const auto path = take_word(inner);
  const auto as = take_word(inner);
  const auto format = take_word(inner);
  const bool complete = as.empty() || (as == "as" && !format.empty() && take_word(inner).empty());
  if (!is_path(path) || !complete) {
    found.written = found.written.substr(0, line.size());  // a slip swallows no other line
    return found;
  }
  found.path = path;
  found.format = format;
  return found;
}

}  // namespace sheaf::document
