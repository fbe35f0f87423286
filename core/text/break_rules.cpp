// What UAX 14 does not know: which words are read in one breath, and how a web address is cut.

#include <algorithm>
#include <array>

#include "text/segmenter.hpp"

namespace sheaf::text {
namespace {

using namespace std::string_view_literals;

// Sorted, for binary search.
constexpr std::array kMonths{"Apr"sv,      "April"sv, "Aug"sv,      "August"sv,   "Dec"sv,
                             "December"sv, "Feb"sv,   "February"sv, "Jan"sv,      "January"sv,
                             "Jul"sv,      "July"sv,  "Jun"sv,      "June"sv,     "Mar"sv,
                             "March"sv,    "May"sv,   "Nov"sv,      "November"sv, "Oct"sv,
                             "October"sv,  "Sep"sv,   "Sept"sv,     "September"sv};
constexpr std::array kUnits{
    "GB"sv,      "MB"sv, "am"sv, "billion"sv,  "bn"sv,     "cm"sv,      "hundred"sv, "kWh"sv,
    "kg"sv,      "km"sv, "m"sv,  "metres"sv,   "miles"sv,  "million"sv, "mm"sv,      "per"sv,
    "percent"sv, "pm"sv, "pt"sv, "thousand"sv, "tonnes"sv, "trillion"sv};
constexpr std::array kTitles{"Cllr"sv, "Councillor"sv, "Dame"sv, "Dr"sv, "Lord"sv,
                             "Miss"sv, "Mr"sv,         "Mrs"sv,  "Ms"sv, "Mx"sv,
                             "Prof"sv, "Rev"sv,        "Sir"sv,  "St"sv};
constexpr std::array kNumbered{"Appendix"sv,  "Figure"sv, "No"sv,      "Page"sv,  "Paragraph"sv,
                               "Section"sv,   "Stage"sv,  "Table"sv,   "Ward"sv,  "appendix"sv,
                               "figure"sv,    "no"sv,     "p"sv,       "page"sv,  "pages"sv,
                               "paragraph"sv, "pp"sv,     "section"sv, "stage"sv, "table"sv};

static_assert(std::ranges::is_sorted(kMonths) && std::ranges::is_sorted(kUnits));
static_assert(std::ranges::is_sorted(kTitles) && std::ranges::is_sorted(kNumbered));

bool digit(char c) { return c >= '0' && c <= '9'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return capital(c) || (c >= 'a' && c <= 'z'); }

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::binary_search(words, word);
}

/// The word without punctuation around it.
std::string_view bare(std::string_view word) {
  while (!word.empty() && !letter(word.back()) && !digit(word.back())) word.remove_suffix(1);
  while (!word.empty() && !letter(word.front()) && !digit(word.front())) word.remove_prefix(1);
  return word;
}

/// "25", "£75", "(3rd", "1,200": its first letter or digit is a digit.
bool number(std::string_view word) {
  const auto first = std::ranges::find_if(word, [](char c) { return letter(c) || digit(c); });
  return first != word.end() && digit(*first);
}

/// "A.", "J.K."
bool initials(std::string_view word) {
  if (word.size() < 2 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (!capital(word[i]) || word[i + 1] != '.') return false;
  }
  return true;
}

/// The break after a number.
BreakKind after_number(std::string_view next) {
  const std::string_view word = bare(next);
  return one_of(kMonths, word) || one_of(kUnits, word) ? BreakKind::Held : BreakKind::Space;
}

BreakKind before_number(std::string_view previous) {
  const std::string_view word = bare(previous);
  return one_of(kMonths, word) || one_of(kNumbered, word) ? BreakKind::Weak : BreakKind::Space;
}

BreakKind before_capital(std::string_view previous) {
  if (initials(previous)) return BreakKind::Held;
  return one_of(kTitles, bare(previous)) ? BreakKind::Weak : BreakKind::Space;
}

/// A group of a telephone number: "0115", "915".
bool digit_group(std::string_view word) {
  return word.size() >= 3 && std::ranges::all_of(word, digit);
}

/// The break between two words that a space separates.
BreakKind between(std::string_view previous, std::string_view next) {
  if (next == "–" || next == "—") return BreakKind::Weak;
  if (previous == "e.g." || previous == "i.e." || previous == "c.") return BreakKind::Weak;
  const char first = next.empty() ? ' ' : next.front();
  if (letter(first)) {
    const BreakKind kind = number(previous) ? after_number(next) : BreakKind::Space;
    return kind == BreakKind::Space && capital(first) ? before_capital(previous) : kind;
  }
  if (digit_group(bare(previous)) && digit_group(bare(next))) return BreakKind::Held;
  return digit(first) ? before_number(previous) : BreakKind::Space;
}

void hold_words(std::string_view text, Breaks& breaks) {
  std::size_t begin = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (breaks[at] != BreakKind::Space) continue;
    if (text[at - 1] == ' ') {
      std::string_view previous = text.substr(begin, at - begin);
      previous = previous.substr(0, previous.find_last_not_of(' ') + 1);
      breaks[at] = between(previous, text.substr(at, text.find(' ', at) - at));
    }
    begin = at;
  }
}

/// "e-mail" and "x-ray" stay whole: a hyphen needs two letters before it.
void hold_short_prefixes(std::string_view text, Breaks& breaks) {
  for (auto hyphen = text.find('-'); hyphen < text.size(); hyphen = text.find('-', hyphen + 1)) {
    const std::size_t at = hyphen + 1;
    if (at < 2 || at == text.size() || breaks[at] != BreakKind::Inner) continue;
    const bool two = at >= 3 && letter(text[at - 2]) && letter(text[at - 3]);
    if (!two && letter(text[at - 2])) breaks[at] = BreakKind::None;
  }
}

/// "−£1,250" stays whole: a minus sign belongs to what follows.
void hold_minus_signs(std::string_view text, Breaks& breaks) {
  constexpr auto kMinus = "\u2212"sv;
  for (auto sign = text.find(kMinus); sign < text.size(); sign = text.find(kMinus, sign + 1)) {
    const std::size_t at = sign + kMinus.size();
    if (at < text.size() && breaks[at] != BreakKind::Forced) breaks[at] = BreakKind::None;
  }
}

/// A web or mail address breaks after / . ? & = and nowhere else, at a price; never after "//".
void open_link(std::string_view text, std::size_t begin, std::size_t end, Breaks& breaks) {
  if (end > begin + 1) breaks[begin + 1] = BreakKind::None;
  for (std::size_t at = begin + 2; at < end; ++at) {
    const bool mark = "/.?&="sv.find(text[at - 1]) != std::string_view::npos;
    const bool word = letter(text[at]) || digit(text[at]);
    const bool scheme = text.substr(at - 2, 2) == "//";
    breaks[at] = mark && word && !scheme ? BreakKind::Link : BreakKind::None;
  }
}

/// An @ belongs to an address only between other characters.
bool in_link(std::string_view text, std::size_t at) {
  if (text[at] != '@') return true;
  return at > 0 && text[at - 1] != ' ' && at + 1 < text.size() && text[at + 1] != ' ';
}

void open_links(std::string_view text, Breaks& breaks) {
  for (const std::string_view mark : {"://"sv, "www."sv, "@"sv}) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos;) {
      const std::size_t begin = text.substr(0, at).rfind(' ') + 1;  // 0 when there is no space
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (in_link(text, at)) open_link(text, begin, end, breaks);
      at = text.find(mark, end);
    }
  }
}

}  // namespace

void correct_breaks(std::string_view text, Breaks& breaks) {
  hold_minus_signs(text, breaks);
  hold_words(text, breaks);
  hold_short_prefixes(text, breaks);
  open_links(text, breaks);
}

}  // namespace sheaf::text
