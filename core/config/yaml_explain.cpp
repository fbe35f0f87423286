#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/yaml_finding.hpp"
#include "config/yaml_lookalikes.hpp"
#include "config/yaml_signs.hpp"
#include "config/yaml_spot.hpp"

namespace sheaf::config {
namespace {

YamlFinding hashtag(std::size_t offset) {
  return {.id = "hash-in-text",
          .offset = offset,
          .message = "This # starts a comment in YAML; it is taken as text",
          .help = std::string(kQuoteIt),
          .as_text = offset};
}

Found tab(const Spot& spot, const ParserStop& stop) {
  if (stop.message.find("tab") == stop.message.npos) return {};
  return YamlFinding{"tab-in-indent", spot.offset,
                     "A tab stands in the indent, where YAML allows only spaces",
                     "Replace each tab with two spaces"};
}

Found tab_of_entry(const Spot& spot, const ParserStop&) {
  return tab_behind_dash(spot.text, spot.offset);
}

Found reserved_sign(const Spot& spot, const ParserStop& stop) {
  const bool known = std::string_view("@`%").find(spot.sign()) != std::string_view::npos;
  if (stop.message != "unknown token" || !known) return {};
  return sign_in_text(spot.offset, spot.sign());
}

Found question_mark(const Spot& spot, const ParserStop& stop) {
  if (spot.sign() != '?') return {};
  return YamlFinding{.id = "question-mark-in-text",
                     .offset = spot.offset,
                     .message = stop.open_bracket ? "A question mark inside brackets has a meaning "
                                                    "of its own in YAML; it is taken as text"
                                                  : "This text starts with ?, which has a meaning "
                                                    "of its own in YAML; it is taken as text",
                     .help = std::string(kQuoteIt),
                     .as_text = spot.offset};
}

Found leading_comma(const Spot& spot, const ParserStop& stop) {
  if (spot.sign() != ',' || !stop.message.starts_with("end of map") || stop.open_bracket) return {};
  if (in_quotes(spot, stop)) return {};
  return sign_in_text(spot.offset, ',');
}

Found alias(const Spot& spot, const ParserStop& stop) {
  if (stop.message == "the referenced anchor is not defined" && spot.sign() == '*')
    return sign_in_text(spot.offset, '*');
  const bool unnamed =
      stop.message.starts_with("alias not found") || stop.message.starts_with("anchor not found");
  if (!unnamed || spot.offset == 0) return {};
  const char sign = spot.text[spot.offset - 1];
  if (sign != '*' && sign != '&') return {};
  return sign_in_text(spot.offset - 1, sign);
}

Found block_sign(const Spot& spot, const ParserStop& stop) {
  if (stop.message != "unexpected character in block scalar") return {};
  const auto at = spot.before().find_last_of("|>");
  if (at == spot.before().npos) return {};
  const auto bar = spot.begin + at;
  const auto text = spot.text.find_first_not_of("+-", bar + 1);
  if (spot.text[bar] == '|' && text < spot.text.size() && spot.text[text] == ' ') {
    return YamlFinding{.id = "text-beside-bar",
                       .offset = bar,
                       .message = "The text behind this | stands on its line, and not below it",
                       .help =
                           "Start the text on the next line, indented by two more spaces than "
                           "the name before the |; or take the | out",
                       .skip = YamlFinding::Skip{bar, text - bar}};
  }
  return sign_in_text(bar, spot.text[bar]);
}

Found bad_escape(const Spot& spot, const ParserStop& stop) {
  constexpr std::string_view kUnknown = "unknown escape character: ";
  const auto backslash = spot.before().rfind('\\');
  if (!stop.message.starts_with(kUnknown) || backslash == std::string_view::npos) return {};
  const auto at = spot.begin + backslash;
  return YamlFinding{
      "bad-escape",
      at,
      fmt::format("\\{} means nothing inside double quotes", stop.message.substr(kUnknown.size())),
      std::string(kDoubleBackslashes),
      {},
      {},
      YamlFinding::Skip{at, 1}};
}

Found stray_bracket(const Spot& spot, const ParserStop& stop) {
  if (stop.message != "illegal flow end") return {};
  return YamlFinding{"stray-bracket",
                     spot.offset,
                     fmt::format("This {} closes nothing", spot.sign()),
                     "Delete it, or put the text in quotes",
                     {},
                     {},
                     YamlFinding::Skip{spot.offset, 1}};
}

/// `- { label: #1, value: 2 }`: the bracket is still open when the parser meets the next dash.
Found hash_in_bracket_above(const Spot& spot, const ParserStop& stop) {
  if (stop.message != "illegal block entry" || spot.begin == 0) return {};
  const Spot above(spot.text, spot.begin - 1);
  const auto hash = above.line().find(" #");
  const auto before = above.line().substr(0, hash);
  const auto opens = std::ranges::count_if(before, [](char c) { return c == '{' || c == '['; });
  const auto closes = std::ranges::count_if(before, [](char c) { return c == '}' || c == ']'; });
  if (hash == before.npos || opens <= closes) return {};
  const auto at = above.begin + hash + 1;
  return is_hashtag(spot.text, at) ? Found(hashtag(at)) : Found();
}

Found list_beside_key(const Spot& spot, const ParserStop& stop) {
  if (stop.message != "illegal block entry" || stop.open_bracket) return {};
  return YamlFinding{"list-beside-key",
                     spot.offset,
                     "A list cannot start on the line of its name",
                     "Start it on the next line, or put a text that starts with a dash in quotes",
                     {},
                     {},
                     YamlFinding::Skip{spot.offset, 1}};
}

/// A quote that is never closed, in a file without a newline at its end.
Found quote_to_the_end(const Spot& spot, const ParserStop& stop) {
  if (stop.message != "illegal EOF in scalar") return {};
  for (auto at = stop.last ? stop.last->offset : 0; at < spot.text.size(); ++at) {
    at = spot.text.find_first_of("\"'", at);
    if (at == spot.text.npos) break;
    const bool opens =
        at == 0 || std::string_view(" \t\n[{,").find(spot.text[at - 1]) != std::string_view::npos;
    if (!opens || quote_end(spot.text, at)) continue;
    return unclosed_quote(spot.text, at, "This quote is never closed");
  }
  return {};
}

/// `title: [Draft] report`
Found text_after_bracket(const Spot& spot, const ParserStop& stop) {
  if (!stop.message.starts_with("end of ") || stop.open_bracket) return {};
  const auto bracket = bracket_before(spot.text, spot.offset);
  if (!bracket || spot.text.substr(*bracket).starts_with("{{")) return {};
  return sign_in_text(*bracket, spot.text[*bracket]);
}

/// `note: : one`
Found leading_colon(const Spot& spot, const ParserStop& stop) {
  if (stop.message != "illegal map value" || spot.sign() != ':') return {};
  if (!trimmed(spot.before()).ends_with(':')) return {};
  return sign_in_text(spot.offset, ':');
}

/// Whether the text in quotes that opens at `opening` ends where the author meant one of its own
/// signs: `'it's'`, and not `'one' and 'two'`.
bool ends_within(const Spot& spot, std::size_t opening) {
  const char quote = spot.text[opening];
  const auto value = trimmed(spot.text.substr(opening, spot.end - opening));
  if (!value.ends_with(quote)) return false;
  const auto end = quote_end(spot.text, opening).value_or(spot.end);
  const bool in_word = spot.text.find_first_of(" ,.;:!?", end) != end;
  return in_word || std::ranges::count(value, quote) % 2 != 0;
}

/// `a: "The" council`, `b: 'it's'`, and a quote that closes some lines further down.
Found text_after_quote(const Spot& spot, const ParserStop& stop) {
  if (!in_quotes(spot, stop) || stop.message.find("not found") == stop.message.npos) return {};
  const auto opening = stop.last->offset;
  if (!same_line(spot, stop)) {
    const auto end = quote_end(spot.text, opening);
    if (!end || *end < spot.begin || *end > spot.offset) return {};  // it ends well above
    YamlFinding made =
        unclosed_quote(spot.text, opening, "The quote that opens here is not closed on its line");
    if (!made.as_text) made.aside = {spot.offset, "it ends just before this"};
    return made;
  }
  const char quote = spot.text[opening];
  if (stop.open_bracket || ends_within(spot, opening)) {
    return YamlFinding{"quote-in-text", spot.offset, "The text in quotes ends before this",
                       quote == '"' ? "Write \\\" for a quote inside double quotes"
                                    : "Write '' for an apostrophe inside single quotes"};
  }
  return YamlFinding{
      .id = "quote-in-text",
      .offset = opening,
      .message = "The text in quotes goes on after the closing quote; all of it is taken as text",
      .help = "Put the whole text in quotes of the other kind",
      .as_text = opening};
}

std::string until(const Spot& spot) {
  const auto rest = spot.text.substr(spot.offset);
  if (rest.find_first_not_of(" \t\r\n") == rest.npos) return "never closed";
  return fmt::format("not closed before line {}",
                     1 + std::ranges::count(spot.text.substr(0, spot.offset), '\n'));
}

/// Where a comment begins on the rest of the line.
std::optional<std::size_t> comment_after(const Spot& spot) {
  if (spot.after().starts_with('#')) return spot.offset + 1;
  const auto space = spot.after().find(" #");
  if (space == std::string_view::npos) return std::nullopt;
  return spot.offset + space + 2;
}

/// Behind the bracket that closes the one at `bracket`, on its line.
std::optional<std::size_t> closed_on_line(std::string_view text, std::size_t bracket) {
  const Spot opening(text, bracket);
  std::size_t open = 0;
  for (auto at = bracket; at < opening.end; ++at) {
    if (text[at] == '[' || text[at] == '{') ++open;
    if ((text[at] == ']' || text[at] == '}') && --open == 0) return at + 1;
  }
  return {};
}

/// `{ body: We met [here] now }`, `{ body: > 5 }`: the braces are closed, and a text between them
/// holds signs.
Found signs_between_brackets(const Spot& spot, const ParserStop& stop) {
  const Spot first(spot.text, *stop.open_bracket);
  const auto at = first.line().find_first_of("[{");
  if (at == std::string_view::npos || !closed_on_line(spot.text, first.begin + at)) return {};
  const auto line = first.line();
  if (line.find('"') != line.npos || line.find('\'') != line.npos || line.find(" #") != line.npos)
    return {};
  return YamlFinding{
      "sign-in-text", first.begin + at,
      fmt::format("Between this {} and its end, a text holds a sign that has a meaning of its own "
                  "in YAML, such as [, {{ or >",
                  line[at]),
      "Put that text in quotes, and leave the brackets around it as they are"};
}

Found open_bracket(const Spot& spot, const ParserStop& stop) {
  if (!stop.open_bracket) return {};
  // `[ name: value` opens a map without a bracket of its own.
  const auto bracket = spot.text.find_last_of("[{", *stop.open_bracket);
  const Spot opening(spot.text, bracket == spot.text.npos ? *stop.open_bracket : bracket);
  if (Found space = space_left_out_in_braces(spot.text, opening.offset)) return space;
  if (Found signs = signs_between_brackets(spot, stop)) return signs;
  const auto hash = comment_after(opening);
  if (hash && is_hashtag(spot.text, *hash)) return hashtag(*hash);
  YamlFinding made{"unclosed-bracket", opening.offset,
                   fmt::format("This {} is {}", opening.sign(), until(spot)),
                   fmt::format("Add the closing {}", opening.sign() == '{' ? '}' : ']')};
  if (hash) made.aside = {*hash, "# starts a comment here"};
  return made;
}

/// The parser read this line as more of the text above, because it is indented deeper.
Found deeper_indent(const Spot& spot, const ParserStop& stop) {
  if (spot.sign() != ':' || !stop.last || stop.open_bracket) return {};
  if (same_line(spot, stop) || in_quotes(spot, stop)) return {};
  const auto name = trimmed(spot.before());
  if (name.empty() || !stop.last->text.ends_with(name)) return {};
  return YamlFinding{
      .id = "indent",
      .offset = spot.begin + spot.before().find(name),
      .message =
          fmt::format("`{}` is indented deeper than the line above, whose text it continues", name),
      .help = help_for_deeper(spot.text, stop.last->offset),
      .aside = {{stop.last->offset, "the text that it continues"}}};
}

/// The parser complains one line below the line that holds no colon.
Found no_colon_above(const Spot& spot, const ParserStop& stop) {
  if (spot.sign() != ':') return {};
  return line_without_colon(spot.text, stop, spot.begin);
}

/// The nearest line above that is not indented deeper than this one, if it begins with a dash.
bool stands_in_a_list(const Spot& spot) {
  const auto column = spot.line().find_first_not_of(' ');
  for (auto at = spot.begin; at > 0;) {
    const Spot above(spot.text, at - 1);
    at = above.begin;
    const auto first = above.line().find_first_not_of(' ');
    if (first == std::string_view::npos || first > column || above.line()[first] == '#') continue;
    return first == column && above.line().substr(first).starts_with("- ");
  }
  return false;
}

/// A list in which the dash of one entry was forgotten.
Found forgotten_dash(const Spot& spot, const ParserStop& stop) {
  const bool ended =
      stop.message.starts_with("end of map") || stop.message.starts_with("end of sequence");
  const auto first = spot.line().find_first_not_of(' ');
  if (!ended || first == std::string_view::npos || !stands_in_a_list(spot)) return {};
  const auto line = spot.line().substr(first);
  if (stop.open_bracket || line.starts_with("- ")) return {};
  if (Found dash = slip_of_dash(spot.text, spot.begin + first)) return dash;
  if (Found key = key_beside_section(spot.text, spot.begin + first)) return key;
  return YamlFinding{
      "missing-dash", spot.begin + first,
      "This line stands in a list, but does not begin with a dash",
      "Begin each entry with `- `, and indent what belongs to it by two more spaces"};
}

Found wrong_indent(const Spot& spot, const ParserStop& stop) {
  if (!stop.message.starts_with("end of map") && !stop.message.starts_with("end of sequence"))
    return {};
  if (spot.sign() == '-' && stop.message.starts_with("end of map")) {
    if (Found first = first_dash_missing(spot.text, spot.offset)) return first;
    return YamlFinding{"list-among-names", spot.offset,
                       "A list entry stands among lines of the form name: value",
                       help_for_dash(spot.text, spot.offset)};
  }
  if (spot.sign() == '{' || spot.sign() == '[') {
    return YamlFinding{"key-missing", spot.offset,
                       fmt::format("No name stands before this {}", spot.sign()),
                       help_for_nameless(spot.text, spot.offset)};
  }
  return YamlFinding{"indent", spot.offset, "The indent of this line fits no line above it",
                     "Give it the indent of the line it belongs with"};
}

constexpr std::array kCauses{tab,
                             tab_of_entry,
                             text_after_bracket,
                             reserved_sign,
                             question_mark,
                             leading_comma,
                             alias,
                             block_sign,
                             bad_escape,
                             stray_bracket,
                             quote_to_the_end,
                             hash_in_bracket_above,
                             list_beside_key,
                             leading_colon,
                             second_colon,
                             deeper_indent,
                             text_after_quote,
                             open_bracket,
                             no_colon_above,
                             forgotten_dash,
                             wrong_indent};

}  // namespace

YamlFinding explain(std::string_view text, const ParserStop& stop) {
  const Spot spot(text, stop.offset);
  for (const auto cause : kCauses) {
    if (Found found = cause(spot, stop)) return *std::move(found);
  }
  return {"yaml-syntax", spot.offset, fmt::format("This cannot be read as YAML ({})", stop.message),
          "Check the line and the one above; text with signs in it is put in quotes"};
}

/// In Markdown, quotes would leave the sign of a quotation.
constexpr std::string_view kNoQuotation =
    "Take the > out, or say it in words, such as More than 5%; a text that is not Markdown may "
    "stand "
    "in quotes";

YamlFinding sign_in_text(std::size_t offset, char sign) {
  return {
      .id = "sign-in-text",
      .offset = offset,
      .message = fmt::format(
          "This text starts with {}, which has a meaning of its own in YAML; it is taken as text",
          sign),
      .help = std::string(sign == '>' ? kNoQuotation : kQuoteIt),
      .as_text = offset};
}

}  // namespace sheaf::config
