#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>

namespace sheaf::cli {
namespace {

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::Plain: return "0";
    case Ink::Bold: return "1";
    case Ink::Red: return "1;31";
    case Ink::Green: return "32";
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

constexpr std::size_t kUsualWidth = 80, kLeastWidth = 40;

std::size_t number_in(const char* variable) {
  const char* value = std::getenv(variable);
  const std::string_view text = value ? value : "";
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The terminal's own word, else $COLUMNS.
std::size_t width_of(int descriptor) {
  if (::isatty(descriptor) != 1) return 0;
  winsize size{};
  std::size_t width = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
  if (width == 0) width = number_in("COLUMNS");
  return width == 0 ? kUsualWidth : std::max(width, kLeastWidth);
}

Stream stream(int descriptor, std::string_view wish) {
  return {descriptor, has_colour(descriptor, wish), width_of(descriptor)};
}

}  // namespace

void Stream::write(std::string_view text) const {
  while (!text.empty()) {
    const auto put = ::write(descriptor_, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) problem_ = errno;
    if (put <= 0) return;
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
  return {stream(STDOUT_FILENO, wish), stream(STDERR_FILENO, wish)};
}

}  // namespace sheaf::cli
