#include "plugin/trace.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sheaf::plugin {

std::string_view place_in(std::string_view trace, const Path& library) {
  const std::string before = library.filename().string() + "+";
  while (!trace.empty()) {
    const std::string_view line = trace.substr(0, trace.find('\n'));
    if (line.starts_with(before)) return line;
    trace.remove_prefix(std::min(line.size() + 1, trace.size()));
  }
  return {};
}

std::string line_told_by(const Path& library, std::string_view place) {
  return fmt::format("built with -g, its line is told by\n  addr2line -Cfie {} {}",
                     library.string(), place.substr(place.rfind('+') + 1));
}

}  // namespace sheaf::plugin
