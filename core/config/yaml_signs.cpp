#include "config/yaml_signs.hpp"

#include <algorithm>
#include <cstdlib>

namespace sheaf::config {
namespace {

// Signs that are taken as text are hidden from the parser as control characters, which byte checks
// have refused in the file itself.
constexpr std::string_view kSigns = ":?@`%*&\"'#>|,[{";
constexpr char kFirstMark = 0x0E;

char masked(char sign) {
  return static_cast<char>(kFirstMark + static_cast<char>(kSigns.find(sign)));
}

}  // namespace

std::string unmasked(std::string text) {
  for (char& c : text) {
    const auto index = static_cast<std::size_t>(static_cast<unsigned char>(c) - kFirstMark);
    if (c >= kFirstMark && index < kSigns.size()) c = kSigns[index];
  }
  return text;
}

void mask(std::string& text, std::size_t at) {
  if (text[at] == '#') {
    const auto end = std::min(text.find('\n', at), text.size());
    for (std::size_t i = at + 1; i < end; ++i) {
      if (text[i - 1] == ' ' && is_hashtag(text, i)) text[i] = masked('#');
    }
  }
  text[at] = masked(text[at]);
}

bool is_hashtag(std::string_view text, std::size_t hash) {
  if (hash >= text.size() || text[hash] != '#' || hash + 1 == text.size()) return false;
  const auto next = static_cast<unsigned char>(text[hash + 1]);
  return (next >= '0' && next <= '9') || (next >= 'A' && next <= 'Z') ||
         (next >= 'a' && next <= 'z') || next >= 0x80;
}

bool escapes_a_mark(std::string_view source, std::size_t quote) {
  constexpr std::string_view kHex = "xuU";  // with two, four and eight digits
  for (std::size_t i = quote + 1; i + 1 < source.size() && source[i] != '"'; ++i) {
    if (source[i] != '\\') continue;
    const auto digits = kHex.find(source[++i]);
    if (digits == kHex.npos) continue;
    const std::string number(source.substr(i + 1, std::size_t{2} << digits));
    const auto value = std::strtoul(number.c_str(), nullptr, 16);
    if (value >= kFirstMark && value - kFirstMark < kSigns.size()) return true;
  }
  return false;
}

std::vector<std::string_view> names_in_path(std::string_view quoted) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_letter = [&](char c) { return is_small(static_cast<char>(c | 0x20)); };
  std::vector<std::string_view> names;
  bool in_path = false;
  for (std::size_t i = 2; i + 2 < quoted.size(); ++i) {
    if (quoted[i] != '\\') continue;
    const bool is_drive =
        quoted[i - 1] == ':' && is_letter(quoted[i - 2]) && (i == 2 || !is_letter(quoted[i - 3]));
    in_path = in_path || is_drive;
    if (quoted[++i] == '\\' || !in_path || !is_small(quoted[i])) continue;
    std::size_t end = i + 1;
    while (end < quoted.size() && is_small(quoted[end])) ++end;
    if (end - i > 2) names.push_back(quoted.substr(i - 1, end - i + 1));
  }
  return names;
}

std::optional<std::size_t> quote_end(std::string_view source, std::size_t quote) {
  const char q = source[quote];
  for (std::size_t i = quote + 1; i < source.size(); ++i) {
    if (q == '"' && source[i] == '\\') {
      ++i;
    } else if (source[i] == q) {
      if (q == '"' || !source.substr(i + 1).starts_with('\'')) return i + 1;
      ++i;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> bracket_before(std::string_view source, std::size_t at) {
  const auto begin = at == 0 ? 0 : source.rfind('\n', at - 1) + 1;
  std::size_t open = 0;
  for (auto i = at; i > begin;) {
    const char sign = source[--i];
    if (open == 0 && sign == ' ') continue;
    if (sign == ']' || sign == '}') ++open;
    if (open == 0) return std::nullopt;
    if ((sign == '[' || sign == '{') && --open == 0) {
      const auto before = source.substr(begin, i - begin);
      const bool is_value = before.ends_with(": ") || before.ends_with("- ");
      return is_value ? std::optional(i) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::size_t text_end(std::string_view source, std::size_t begin, std::string_view value) {
  constexpr std::string_view kSpace = " \t\r\n";  // lines may be broken where `value` has a space
  const char first = begin < source.size() ? source[begin] : '\n';
  if (first == '"' || first == '\'') return quote_end(source, begin).value_or(source.size());
  const bool is_block = first == '|' || first == '>';
  auto at = is_block ? std::min(source.find('\n', begin), source.size()) : begin;
  for (const char c : value) {
    if (kSpace.find(c) != kSpace.npos) continue;
    at = source.find_first_not_of(kSpace, at);
    if (at == source.npos) return source.size();
    ++at;
  }
  return at;
}

std::optional<std::size_t> dash_before(std::string_view source, std::size_t offset) {
  auto above = source.substr(0, std::min(offset, source.size()));
  while (!above.empty()) {
    above = above.substr(0, above.find_last_not_of(" \t\r\n") + 1);
    const auto begin = above.rfind('\n') + 1;
    const auto first = above.find_first_not_of(" \t", begin);
    if (first == above.npos) return std::nullopt;
    if (above[first] != '#') {
      const auto comment = above.find(" #", first);
      return above.find_last_of('-', comment);
    }
    above = above.substr(0, begin);
  }
  return std::nullopt;
}

model::TextLayout block_layout(std::string_view source, std::size_t offset,
                               std::string_view value) {
  model::TextLayout layout{.block = true, .indent = 0};
  source.remove_prefix(source.find('\n', offset) + 1);
  for (;;) {
    const auto typed = source.substr(0, source.find('\n'));
    const auto kept = value.substr(0, value.find('\n'));
    if (!kept.empty()) {
      const auto end = typed.ends_with('\r') ? typed.size() - 1 : typed.size();
      layout.indent = static_cast<std::uint16_t>(end - std::min(end, kept.size()));
      return layout;
    }
    if (kept.size() == value.size() || typed.size() == source.size()) return layout;
    source.remove_prefix(typed.size() + 1);
    value.remove_prefix(1);
  }
}

}  // namespace sheaf::config
