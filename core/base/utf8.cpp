#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace sheaf {
namespace {

constexpr CodePoint kMalformed{0xFFFD, 1};

struct Form {
  unsigned char mask, lead;
  char32_t least;
};
constexpr std::array<Form, 4> kForms{
    {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}}};

// Hebrew to Arabic Extended-A, their presentation forms, and the historic and African scripts.
constexpr std::array<std::pair<char32_t, char32_t>, 5> kRightToLeft{
    {{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}}};

/// Whether eight bytes are all printable ASCII.
bool is_plain(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x80 * kOnes;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t under_space = word - 0x20 * kOnes, delete_or_more = word + kOnes;
  return ((word | under_space | delete_or_more) & kHigh) == 0;
}

bool is_scalar(char32_t value) { return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF); }

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  for (std::size_t more = 0; more < kForms.size(); ++more) {
    const Form& form = kForms[more];
    if ((lead & form.mask) != form.lead) continue;
    if (at + more >= text.size()) return kMalformed;
    char32_t value = lead & static_cast<unsigned char>(~form.mask);
    for (std::size_t i = 1; i <= more; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if ((byte & 0xC0) != 0x80) return kMalformed;
      value = (value << 6) | (byte & 0x3F);
    }
    return value < form.least || !is_scalar(value) ? kMalformed : CodePoint{value, more + 1};
  }
  return kMalformed;
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (!is_scalar(value)) value = 0xFFFD;
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0 | (value >> 6));
  } else {
    if (value < 0x10000) {
      put(0xE0 | (value >> 12));
    } else {
      put(0xF0 | (value >> 18));
      put(0x80 | ((value >> 12) & 0x3F));
    }
    put(0x80 | ((value >> 6) & 0x3F));
  }
  put(0x80 | (value & 0x3F));
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    if (point.value == 0xFFFD && point.bytes == 1) return at;
    at += point.bytes;
  }
  return {};
}

std::optional<std::size_t> find_control_character(std::string_view text) {
  constexpr unsigned char kFirstLead = 0xEF;  // of a noncharacter
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (at + 8 < text.size() && is_plain(text.data() + at)) at += 8;
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_line_sign = byte == '\n' || byte == '\r' || byte == '\t';
    if ((byte < 0x20 && !is_line_sign) || byte == 0x7F) return at;
    if (byte >= kFirstLead && is_noncharacter(decode(text, at).value)) return at;
  }
  return {};
}

bool is_noncharacter(char32_t value) {
  return (value >= 0xFDD0 && value <= 0xFDEF) || (value & 0xFFFE) == 0xFFFE;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (c & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

bool is_right_to_left(char32_t value) {
  return std::ranges::any_of(kRightToLeft, [value](const auto& range) {
    return value >= range.first && value <= range.second;
  });
}

std::string code_point_name(char32_t value) {
  return fmt::format("U+{:04X}", static_cast<unsigned>(value));
}

}  // namespace sheaf
