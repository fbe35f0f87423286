#include "config/yaml_lookalikes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace sheaf::config {
namespace {

using Found = std::optional<YamlFinding>;

constexpr std::size_t kFarthest = 1'000;  // bytes that a text in curly quotes may have
constexpr std::string_view kFromElsewhere = "it often comes with text copied from a web page";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view rest_of_line(std::string_view text, std::size_t at) {
  return text.substr(at, text.find_first_of("\r\n", at) - at);
}

/// Spaces that are none to YAML, and signs that have no width at all.
bool is_odd_space(char32_t c) {
  return c == U'\u00A0' || c == U'\u00AD' || (c >= U'\u2000' && c <= U'\u200D') || c == U'\u202F' ||
         c == U'\u2060' || c == U'\u3000' || c == U'\uFEFF';
}

bool has_width(char32_t c) {
  return c != U'\u00AD' && !(c >= U'\u200B' && c <= U'\u200D') && c != U'\u2060' && c != U'\uFEFF';
}

/// The first odd space of a text; nothing if there is none.
std::optional<std::size_t> find_odd_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint one = decode(text, at);
    if (is_odd_space(one.value)) return at;
    at += one.bytes;
  }
  return {};
}

/// The text with plain spaces for the others, and none at its ends.
std::string with_plain_spaces(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint one = decode(text, at);
    if (!is_odd_space(one.value)) {
      plain += text.substr(at, one.bytes);
    } else if (has_width(one.value) && !plain.empty()) {
      plain += ' ';
    }
    at += one.bytes;
  }
  plain.resize(plain.find_last_not_of(' ') + 1);
  return plain;
}

/// The finding, if any, for a no-break space or its like in a name.
std::optional<NameSlip> odd_space_in(std::string_view name, std::size_t at) {
  const auto odd = find_odd_space(name);
  if (!odd) return {};
  const char32_t sign = decode(name, *odd).value;
  const std::string meant = with_plain_spaces(name);
  if (meant.empty()) return {};
  const std::string what = sign == U'\u00A0'
                               ? "A no-break space"
                               : fmt::format("An invisible {}", code_point_name(sign));
  return NameSlip{{.id = "no-break-space",
                   .offset = at + *odd,
                   .message = fmt::format("{} stands in the name `{}`", what, meant),
                   .help = fmt::format("Take it out; {}", kFromElsewhere),
                   .left_out = true,
                   .cure = {{at, std::string(name), meant}}},
                  meant};
}

/// As names of this format are spelled, and no first words of a text: "Fine": he said.
bool is_surely_name(std::string_view words) {
  return std::ranges::all_of(words, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::optional<NameSlip> curly_quotes_around(std::string_view name, std::size_t at) {
  Found found = curly_quotes(name, at);
  if (!found) return {};
  constexpr std::size_t kMark = 3;  // bytes
  const std::string meant(name.substr(kMark, name.size() - 2 * kMark));
  found->message = fmt::format("Curly quotation marks stand around the name `{}`", meant);
  found->help = "A name needs no quotation marks: take them off";
  found->doubt = false;
  found->left_out = true;
  found->cure = {{at, std::string(name), meant}};
  if (!is_surely_name(meant)) {
    found->help += "; if it is no name, put the whole text, with its colon, in straight quotes";
    found->cure.clear();
  }
  return NameSlip{*std::move(found), meant};
}

/// What people type for the dash of a list entry; its bytes, 0 for none.
std::size_t other_dash(std::string_view words) {
  constexpr std::array<std::string_view, 7> kDashes{"\u2010", "\u2011", "\u2012", "\u2013",
                                                    "\u2014", "\u2212", "\u2022"};
  const auto* const found =
      std::ranges::find_if(kDashes, [&](auto dash) { return words.starts_with(dash); });
  return found == kDashes.end() ? 0 : found->size();
}

/// What is wrong with the dash at `at`, with `behind` behind it.
Found wrong_dash(std::size_t at, std::string_view dash, std::string_view behind) {
  if (dash != "-") {
    return YamlFinding{
        .id = "wrong-dash",
        .offset = at,
        .message = fmt::format("A list entry begins with the dash of the keyboard, and not with {}",
                               dash)};
  }
  if (behind.starts_with(kNoBreakSpace)) {
    return YamlFinding{.id = "no-break-space",
                       .offset = at,
                       .message = "A no-break space stands behind the dash of this list entry"};
  }
  if (behind.starts_with(' ') || behind.starts_with('-')) return {};  // `---`
  return YamlFinding{.id = "space-after-dash",
                     .offset = at,
                     .message = "A space is missing after the dash of this list entry"};
}

/// 'tis, 'em, '90s
bool begins_with_apostrophe(std::string_view words) {
  constexpr std::array<std::string_view, 9> kShortened{"tis",   "twas", "til",   "till", "em",
                                                       "cause", "bout", "round", "n"};
  if (words.size() > 1 && words[0] >= '0' && words[0] <= '9') return words[1] >= '0';
  std::string word;
  for (const char c : words) {
    if (!is_letter(c)) break;
    word += static_cast<char>(c | 0x20);
  }
  return std::ranges::find(kShortened, word) != kShortened.end();
}

}  // namespace

Found slip_of_dash(std::string_view text, std::size_t at) {
  const auto words = rest_of_line(text, at);
  const std::size_t dash = words.starts_with('-') ? 1 : other_dash(words);
  if (dash == 0 || words.size() == dash) return {};
  const auto behind = words.substr(dash);
  Found found = wrong_dash(at, words.substr(0, dash), behind);
  if (!found) return {};
  const std::size_t space = behind.starts_with(kNoBreakSpace) ? kNoBreakSpace.size()
                            : behind.starts_with(' ')         ? 1
                                                              : 0;
  found->help = "Write -, a space, then the entry";
  found->cure = {{at, std::string(words.substr(0, dash + space)), "- "}};
  found->misleads = true;
  return found;
}

Found tab_behind_dash(std::string_view text, std::size_t at) {
  const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const auto lead = rest_of_line(text, begin);
  const auto tab = lead.find('\t');
  if (tab == lead.npos || lead.find_first_not_of(" -") != tab) return {};
  if (lead.substr(0, tab).find('-') == lead.npos) return {};  // in the indent
  const auto behind = lead.rfind('-', tab) + 1;
  const auto blanks = lead.substr(behind, lead.find_first_not_of(" \t", tab) - behind);
  return YamlFinding{.id = "tab-in-indent",
                     .offset = begin + tab,
                     .message = "A tab stands behind the dash, where YAML allows only spaces",
                     .help = "Replace it with one space",
                     .skip = YamlFinding::Skip{begin + behind, blanks.size()},
                     .cure = {{begin + behind, std::string(blanks), " "}}};
}

std::optional<NameSlip> slip_in_name(std::string_view text, std::size_t at, std::string_view name,
                                     bool in_block) {
  if (name.empty()) return {};
  if (Found dash = in_block ? slip_of_dash(text, at) : std::nullopt)
    return NameSlip{*std::move(dash), std::string(name)};
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::ranges::all_of(name, is_ascii)) return {};
  if (auto curly = curly_quotes_around(name, at)) return curly;
  return odd_space_in(name, at);
}

std::optional<NameSlip> slip_in_word(std::string_view word, std::size_t at) {
  constexpr std::size_t kLongestName = 64;  // bytes
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (word.size() > kLongestName || std::ranges::all_of(word, is_ascii)) return {};
  auto slip = odd_space_in(word, at);
  const bool is_soft_hyphen = word.find("\u00AD") != word.npos;  // which words of a text may have
  if (!slip || is_soft_hyphen || !is_surely_name(slip->meant)) return {};
  slip->finding.left_out = false;
  slip->finding.doubt = true;
  return slip;
}

Found curly_quotes_cut(std::string_view text, std::size_t at, std::string_view value) {
  struct Pair {
    std::string_view open, close;
  };
  for (const Pair& pair : {Pair{"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"\u201E", "\u201C"}}) {
    if (!value.starts_with(pair.open) || value.find(pair.close, 3) != value.npos) continue;
    const auto words = rest_of_line(text.substr(0, at + kFarthest), at);
    const auto close = words.find(pair.close, value.size());
    if (!words.starts_with(value) || close == words.npos) continue;
    const auto end = close + pair.close.size();
    return YamlFinding{
        .id = "smart-quotes",
        .offset = at,
        .message =
            "Curly quotation marks hold nothing together: the comma between them ends a text",
        .help = "Use straight ones, \" or '",
        .skip = YamlFinding::Skip{at, end},
        .cure = {{at, std::string(pair.open), "\""}, {at + close, std::string(pair.close), "\""}}};
  }
  return {};
}

YamlFinding unclosed_quote(std::string_view text, std::size_t quote, std::string message) {
  const bool single = text[quote] == '\'';
  if (single && begins_with_apostrophe(text.substr(quote + 1))) return sign_in_text(quote, '\'');
  return {.id = "unclosed-quote",
          .offset = quote,
          .message = std::move(message),
          .help = single ? "Add the closing quote at the end of the text; if it is an apostrophe, "
                           "put the text in double quotes"
                         : "Add the closing quote at the end of the text"};
}

}  // namespace sheaf::config
