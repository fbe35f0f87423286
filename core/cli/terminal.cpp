#include "cli/terminal.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace sheaf::cli {
namespace {

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::Plain: return "0";
    case Ink::Bold: return "1";
    case Ink::Red: return "1;31";
    case Ink::Yellow: return "1;33";
    case Ink::Blue: return "1;34";
    case Ink::Cyan: return "36";
    case Ink::Dim: return "2";
  }
  return "0";
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value && *value != '\0';
}

bool has_colour(int descriptor, std::string_view wish) {
  if (wish == "always") return true;
  if (wish == "never" || is_set("NO_COLOR")) return false;
  const char* term = std::getenv("TERM");
  return ::isatty(descriptor) == 1 && term && std::string_view(term) != "dumb";
}

}  // namespace

void Stream::write(std::string_view text) const {
  while (!text.empty()) {
    const auto put = ::write(descriptor_, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return;  // nobody reads any more; there is nowhere left to say so
    text.remove_prefix(static_cast<std::size_t>(put));
  }
}

std::string Stream::paint(Ink ink, std::string_view text) const {
  if (!coloured_ || ink == Ink::Plain) return std::string(text);
  std::string painted = "\033[";
  painted.append(code_of(ink)).append("m").append(text).append("\033[0m");
  return painted;
}

Terminal standard_terminal(std::string_view wish) {
  return {Stream(STDOUT_FILENO, has_colour(STDOUT_FILENO, wish)),
          Stream(STDERR_FILENO, has_colour(STDERR_FILENO, wish))};
}

}  // namespace sheaf::cli
