#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "lint/checks.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::ElementKind;
using model::LintRule;
using model::Role;
using model::StructureId;

constexpr std::size_t kLongestSentence = 25;  // words
constexpr std::size_t kQuotedWords = 6;
constexpr std::size_t kLongestParagraph = 5;  // sentences
constexpr std::int64_t kFewestWords = 100;    // that a reading age can be told from

/// Running text of our own: no cell, no quotation, no label.
bool is_prose(const TextBlock& block) {
  return block.element->kind == ElementKind::Paragraph && !block.in_table &&
         block.element->role != Role::QuoteText;
}

/// Vowels in a row are a syllable; an e at the end is silent.
int syllables_of(std::string_view word) {
  const std::string small = in_small_letters(word);
  int count = 0;
  bool in_vowels = false;
  for (const char c : small) {
    const bool is_vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    if (is_vowel && !in_vowels) ++count;
    in_vowels = is_vowel;
  }
  if (small.ends_with('e') && !small.ends_with("le") && count > 1) --count;
  return std::max(count, 1);
}

struct Counts {
  std::int64_t words = 0, sentences = 0, syllables = 0;

  void add(const TextBlock& block) {
    for (const Word& word : block.words) {
      if (word.flags & kEndsSentence) ++sentences;
      if (word.flags & kNotProse) continue;
      ++words;
      syllables += syllables_of(block.of(word));
    }
  }
};

/// The Flesch-Kincaid grade (0.39 words per sentence + 11.8 syllables per word - 15.59) and 5, in
/// whole years.
int reading_age(const Counts& counts) {
  const std::int64_t per_mille =
      390 * counts.words / counts.sentences + 11'800 * counts.syllables / counts.words - 15'590;
  return static_cast<int>((per_mille + 500) / 1000) + 5;
}

void about_age(StructureId section, const Counts& counts, const View& view, Findings& findings) {
  if (counts.words < kFewestWords || counts.sentences == 0) return;
  const int age = reading_age(counts);
  if (age <= view.policy.reading_age) return;
  constexpr int kOldest = 30;  // beyond, the formula speaks of a text without full stops
  findings.about(LintRule::ReadingAge, section,
                 fmt::format("This section reads as for people of {}{} ({} words a sentence)",
                             age > kOldest ? "more than " : "", std::min(age, kOldest),
                             counts.words / counts.sentences));
}

}  // namespace

void check_sentence_long(const TextBlock& block, const View&, Findings& findings) {
  if (!is_prose(block)) return;
  std::size_t first = 0;
  for (std::size_t i = 0; i < block.words.size(); ++i) {
    if (block.has(i, kStartsSentence)) first = i;
    const std::size_t length = i - first + 1;
    if (!block.has(i, kEndsSentence) || length <= kLongestSentence) continue;
    const std::uint32_t begin = block.words[first].begin;
    const auto start = std::string_view(block.text)
                           .substr(begin, block.words[first + kQuotedWords - 1].end - begin);
    findings.about(LintRule::SentenceLong, block, begin, block.words[i].end,
                   fmt::format("The sentence that begins {} has {} words; {} are enough",
                               in_marks(start), length, kLongestSentence));
  }
}

void check_paragraph_long(const TextBlock& block, const View&, Findings& findings) {
  if (!is_prose(block)) return;
  const auto ends = [](const Word& word) { return (word.flags & kEndsSentence) != 0; };
  const auto sentences = static_cast<std::size_t>(std::ranges::count_if(block.words, ends));
  if (sentences <= kLongestParagraph) return;
  findings.about(
      LintRule::ParagraphLong, block.id,
      fmt::format("This paragraph has {} sentences; {} are enough", sentences, kLongestParagraph));
}

void check_reading_age(const View& view, Findings& findings) {
  StructureId section = StructureId::None;
  Counts counts;
  for (const TextBlock& block : view.blocks) {
    const StructureId its_section = section_of(view.document, block.id);
    if (its_section != section) {
      if (section != StructureId::None) about_age(section, counts, view, findings);
      section = its_section;
      counts = {};
    }
    if (is_prose(block)) counts.add(block);
  }
  if (section != StructureId::None) about_age(section, counts, view, findings);
}

}  // namespace sheaf::lint
