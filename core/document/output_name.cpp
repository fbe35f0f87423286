#include "document/output_name.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace sheaf::document {
namespace {

constexpr std::size_t kLongestName = 200;  // a name may take 255 bytes, its temporary too

/// Left out: officers, not officer-s.
bool is_apostrophe(char32_t letter) { return letter == U'\'' || letter == U'\u2019'; }

bool is_safe(char32_t letter) {
  constexpr std::u32string_view kUnsafe = U"/\\:*?\"<>|";
  return letter > 0x20 && letter != 0x7F && letter != 0xFFFD && !is_apostrophe(letter) &&
         kUnsafe.find(letter) == std::u32string_view::npos;
}

}  // namespace

std::string safe_file_name(std::string_view text) {
  std::string name;
  for (std::size_t at = 0; at < text.size() && name.size() + 4 <= kLongestName;) {
    const CodePoint letter = decode(text, at);
    if (is_safe(letter.value)) {
      name += text.substr(at, letter.bytes);
    } else if (!is_apostrophe(letter.value) && !name.empty() && name.back() != '-') {
      name += '-';
    }
    at += letter.bytes;
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
