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

/// What stands between the brackets: a path, and perhaps a format.
struct Inside {
  std::string_view path, format;
};

std::optional<Inside> read_inside(std::string_view text) {
  const auto path = take_word(text);
  const auto as = take_word(text);
  const auto format = take_word(text);
  const bool complete = as.empty() || (as == "as" && !format.empty() && take_word(text).empty());
  return is_path(path) && complete ? std::optional(Inside{path, format}) : std::nullopt;
}

/// Of a line that begins with `((` and no placeholder, what is to be mended: to the only closing
/// bracket, if the other is all that is missing; else to the next `((`, if there is one.
std::string_view slip_in(std::string_view line) {
  const auto bracket = line.find(')');
  const bool is_lone = bracket != line.npos && !line.substr(bracket + 1).starts_with(')');
  if (is_lone && read_inside(line.substr(2, bracket - 2))) return line.substr(0, bracket + 1);
  const auto next = line.find("((", 2);
  return line.substr(0, line.substr(0, next).find_last_not_of(" \t") + 1);
}

}  // namespace

std::optional<Placeholder> find_placeholder(std::string_view text, std::size_t from) {
  const auto begin = text.find("((", from);
  if (begin == text.npos) return {};
  const auto close = text.find("))", begin + 2);
  if (close != text.npos) {
    const auto inside = read_inside(text.substr(begin + 2, close - begin - 2));
    const auto written = text.substr(begin, close + 2 - begin);
    if (inside) return Placeholder{begin, written, inside->path, inside->format};
  }
  const auto line = text.substr(begin, text.find('\n', begin) - begin);
  const auto slip = slip_in(line);
  const bool is_closed = close != text.npos && close + 2 - begin < slip.size();
  return Placeholder{begin, is_closed ? line.substr(0, close + 2 - begin) : slip, {}, {}};
}

std::set<std::string_view> paths_in(std::string_view text) {
  std::set<std::string_view> paths;
  for (auto found = find_placeholder(text, 0); found;
       found = find_placeholder(text, found->end())) {
    if (found->is_valid()) paths.insert(found->path);
  }
  return paths;
}

}  // namespace sheaf::document
