#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::LintRule;

constexpr std::size_t kMostWords = 10;       // unknown words that have a finding of their own
constexpr std::size_t kMostPlaces = 3;       // further places that are named
constexpr std::size_t kMostUnknown = 2'000;  // words; then it is another language, or none
constexpr std::size_t kLongestWord = 40;     // characters of a word that are shown
constexpr std::string_view kApostrophe = "\u2019";

/// With ' for the typographic apostrophe, and without a possessive ending.
std::string base_form(std::string_view word) {
  std::string base;
  for (std::size_t at = 0; at < word.size();) {
    const bool is_mark = word.substr(at).starts_with(kApostrophe);
    base += is_mark ? '\'' : word[at];
    at += is_mark ? kApostrophe.size() : 1;
  }
  if (base.ends_with("'s")) base.resize(base.size() - 2);
  return base;
}

/// Signs such as £, €, → and ½ are in no dictionary. The letters beyond ASCII begin at À; from
/// U+2000 on come punctuation, currencies, arrows and shapes, up to the scripts at U+2C00.
bool is_wide_letter(char32_t sign) {
  return sign >= 0xC0 && sign != 0xD7 && sign != 0xF7 && (sign < 0x2000 || sign >= 0x2C00) &&
         sign < 0x1F000;
}

/// A dictionary of Latin letters knows no others, which lang-span or missing-glyph tell.
bool is_part_of_word(CodePoint sign, bool latin) {
  if (sign.bytes > 1) return is_wide_letter(sign.value) && (!latin || is_latin(sign.value));
  const auto c = static_cast<char>(sign.value);
  return is_letter(c) || c == '\'';
}

/// The parts between hyphens, strokes and the like: "well-known", "and/or".
std::vector<std::string> parts_of(const std::string& word, bool latin) {
  std::vector<std::string> parts;
  std::string part;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint sign = decode(word, at);
    if (is_part_of_word(sign, latin)) {
      part.append(word, at, sign.bytes);
    } else if (!part.empty()) {
      parts.push_back(std::exchange(part, {}));
    }
    at += sign.bytes;
  }
  if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

/// "x", what stands for digits in "dd/mm/yyyy", and abbreviations: "BSL" in "BSL/English", "Cllr".
bool is_no_word(const std::string& part) {
  return part.size() == 1 || (is_small(part[0]) && part.find_first_not_of(part[0]) == part.npos) ||
         std::ranges::all_of(part, is_capital) || is_shortened(part);
}

struct Unknown {
  const TextBlock* block;
  Word word;  // where it first stands
  std::size_t times;
  std::vector<SourceId> places;  // the next few
};

class Reader {
 public:
  Reader(const View& view, const Findings& findings)
      : view_(view), findings_(findings), latin_(is_written_in_latin(view.document.language)) {}

  void read() {
    for (const TextBlock& block : view_.blocks) {
      for (std::size_t i = 0; i < block.words.size(); ++i) note_name(block, i);
    }
    for (const TextBlock& block : view_.blocks) {
      for (const Word& word : block.words) look_up(block, word);
      if (unknown_.size() >= kMostUnknown) return;
    }
  }

  const std::vector<std::pair<std::string, Unknown>>& unknown() const { return unknown_; }

 private:
  /// A capital inside a sentence makes a name of a word, there and elsewhere.
  void note_name(const TextBlock& block, std::size_t i) {
    const Word& word = block.words[i];
    const bool is_name = (word.flags & kCapitalised) && !(word.flags & kStartsSentence);
    if (!is_name) return;
    for (std::string& part : parts_of(base_form(block.of(word)), latin_))
      names_.insert(std::move(part));
  }

  void look_up(const TextBlock& block, const Word& word) {
    constexpr auto kSkipped = kNotProse | kDigits | kAllCapitals | kInLink | kExplained;
    if ((word.flags & kSkipped) || findings_.is_unmeant(block, word)) return;
    const std::string base = base_form(block.of(word));
    if (is_known(base)) return;
    const std::string singular = base.substr(0, base.find('('));  // of "child(ren)"
    for (const std::string& part : parts_of(singular, latin_)) {
      if (!is_no_word(part) && !names_.contains(part) && !is_known(part)) {
        keep(part, block, word);
      }
    }
  }

  bool is_known(const std::string& word) {
    if (view_.policy.words.contains(word)) return true;
    const auto [at, is_new] = asked_.try_emplace(word, false);
    if (is_new) at->second = view_.speller->knows(word);
    return at->second || view_.policy.words.contains(in_small_letters(word));
  }

  void keep(const std::string& part, const TextBlock& block, const Word& word) {
    const auto [at, is_new] = numbers_.try_emplace(part, unknown_.size());
    if (is_new) return unknown_.push_back({part, {&block, word, 1, {}}});
    Unknown& same = unknown_[at->second].second;
    ++same.times;
    if (same.places.size() < kMostPlaces)
      same.places.push_back(findings_.place(block, word.begin, word.end));
  }

  const View& view_;
  const Findings& findings_;
  const bool latin_;
  std::set<std::string, std::less<>> names_;
  std::map<std::string, bool> asked_;
  std::map<std::string, std::size_t> numbers_;            // of the unknown words
  std::vector<std::pair<std::string, Unknown>> unknown_;  // in reading order
};

std::string times(std::size_t count) { return count == 1 ? "" : fmt::format(", {} times", count); }

std::string help_for(std::vector<std::string> suggestions) {
  constexpr std::string_view kElse = "if it is right, add it to words.txt";
  if (suggestions.empty()) return "Correct it; " + std::string(kElse);
  for (std::string& one : suggestions) one = fmt::format("\"{}\"", one);
  return fmt::format("Did you mean {}? Or, {}", fmt::join(suggestions, " or "), kElse);
}

/// No slip of the keyboard, and dear to compare with a dictionary.
bool is_long(const std::string& word) { return count_code_points(word) > kLongestWord; }

void about_word(const std::string& word, const Unknown& unknown, const View& view,
                Findings& findings) {
  const SourceId first = findings.place(*unknown.block, unknown.word.begin, unknown.word.end);
  Diagnostic finding{
      .id = {},
      .source = first,
      .message = fmt::format("The dictionary does not know \"{}\"{}", cut_short(word, kLongestWord),
                             times(unknown.times)),
      .help = help_for(is_long(word) ? std::vector<std::string>() : view.speller->suggest(word))};
  for (const SourceId place : unknown.places) finding.notes.push_back({place, "here too"});
  findings.add_apart(LintRule::Spelling, unknown.block->id, std::move(finding));
}

/// The words beyond the first ten, in one finding.
void about_others(const std::vector<std::pair<std::string, Unknown>>& unknown, Findings& findings) {
  std::vector<std::string> words;
  for (std::size_t i = kMostWords; i < unknown.size(); ++i) {
    words.push_back(cut_short(unknown[i].first, kLongestWord));
  }
  const std::size_t left = words.size() > 30 ? words.size() - 30 : 0;
  const std::string_view at_least = unknown.size() >= kMostUnknown ? "at least " : "";
  words.resize(words.size() - left);
  const Unknown& first = unknown[kMostWords].second;
  findings.add_apart(
      LintRule::Spelling, first.block->id,
      {.id = {},
       .source = findings.place(*first.block, first.word.begin, first.word.end),
       .message = fmt::format("The dictionary does not know {}{}, either: {}{}", at_least,
                              counted(unknown.size() - kMostWords, "more word"),
                              fmt::join(words, ", "), left > 0 ? " …" : ""),
       .help = "Correct them, or add those that are right to words.txt"});
}

}  // namespace

void check_spelling(const View& view, Findings& findings) {
  if (!view.speller) return;
  Reader reader(view, findings);
  reader.read();
  const auto& unknown = reader.unknown();
  for (std::size_t i = 0; i < std::min(unknown.size(), kMostWords); ++i) {
    about_word(unknown[i].first, unknown[i].second, view, findings);
  }
  if (unknown.size() > kMostWords) about_others(unknown, findings);
}

}  // namespace sheaf::lint
