#include "document/output_name.hpp"

#include "base/utf8.hpp"

namespace sheaf::document {
namespace {

constexpr std::size_t kLongestName = 200;  // a name may take 255 bytes, its temporary too

bool is_safe(char c) {
  constexpr std::string_view kUnsafe = "/\\:*?\"<>|";
  return static_cast<unsigned char>(c) > 0x20 && c != 0x7F &&
         kUnsafe.find(c) == std::string_view::npos;
}

}  // namespace

std::string safe_file_name(std::string_view text) {
  std::string name;
  for (std::size_t at = 0; at < text.size() && name.size() + 4 <= kLongestName;) {
    const std::size_t bytes = decode(text, at).bytes;
    if (is_safe(text[at])) {
      name += text.substr(at, bytes);
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
    at += bytes;
  }
  name.erase(0, std::min(name.find_first_not_of(".-"), name.size()));
  while (name.ends_with('-') || name.ends_with('.')) name.pop_back();
  return name.empty() ? "report" : name;
}

std::string default_output_name(const Path& layout) {
  const std::string folder = layout.parent_path().filename().string();
  const std::string stem = layout.stem().string();
  return safe_file_name(folder.empty() ? stem : folder + "-" + stem);
}

}  // namespace sheaf::document
