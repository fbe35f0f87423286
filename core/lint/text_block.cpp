#include "lint/text_block.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "lint/text_memory.hpp"
#include "lint/text_signs.hpp"

namespace sheaf::lint {
namespace {

using model::Document;
using model::ElementKind;
using model::Run;
using model::StructureId;

/// Bytes of the space at `at`: ASCII, or U+00A0.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (text[at] == ' ' || text[at] == '\n') return 1;
  return text[at] == '\xC2' && text.substr(at).starts_with("\u00A0") ? 2 : 0;
}

constexpr std::array<std::string_view, 9> kWideSigns = {
    "\u2018", "\u2019", "\u201C", "\u201D", "\u2013", "\u2014", "\u2026", "\u2022", "\u2011"};

std::size_t opening_sign(std::string_view text) {
  constexpr std::string_view kSigns = "([{<\"'*-";
  if (text.empty()) return 0;
  if (is_letter(text[0])) return 0;  // as most words begin
  if (kSigns.find(text[0]) != kSigns.npos) return 1;
  const auto at = std::ranges::find_if(kWideSigns, [&](auto s) { return text.starts_with(s); });
  return at == kWideSigns.end() ? 0 : at->size();
}

std::size_t closing_sign(std::string_view text) {
  constexpr std::string_view kSigns = ".,;:!?)]}>\"'*-";
  if (text.empty()) return 0;
  if (is_letter(text.back())) return 0;
  if (kSigns.find(text.back()) != kSigns.npos) return 1;
  const auto at = std::ranges::find_if(kWideSigns, [&](auto s) { return text.ends_with(s); });
  return at == kWideSigns.end() ? 0 : at->size();
}

/// Of Latin-1 all but the multiplication sign; of what follows every other letter is a capital, the
/// odd ones in two stretches.
bool is_wide_capital(char32_t letter) {
  if (letter < 0x100) return letter >= 0xC0 && letter <= 0xDE && letter != 0xD7;
  const bool is_odd = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E);
  const bool is_of_pairs = letter < 0x180 || (letter >= 0x1E00 && letter < 0x1F00);
  return letter == 0x178 || (is_of_pairs && (letter % 2 == 1) == is_odd);
}

bool is_capital_letter(std::string_view text) {
  if (text.empty()) return false;
  if (!is_wide(text[0])) return is_capital(text[0]);
  return is_wide_capital(decode(text, 0).value);
}

bool is_all_capitals(std::string_view word) {
  const auto letters = std::ranges::count_if(word, is_letter);
  return letters > 1 && std::ranges::none_of(word, is_small) && std::ranges::none_of(word, is_wide);
}

/// "www.example.org", "name@example.org", "#StopTheSpread", "report.yaml", "and/or" not.
bool is_address(std::string_view word) {
  if (std::ranges::all_of(word, is_letter)) return false;
  if (word.starts_with('#') || word.find("://") != word.npos) return true;
  if (word.find('@') != word.npos || word.find('_') != word.npos) return true;
  const auto dot = word.find('.');
  return dot != word.npos && dot > 1 && dot + 2 < word.size() && is_letter(word[dot - 1]) &&
         is_letter(word[dot + 1]);
}

std::uint16_t flags_of_letters(std::string_view word) {
  std::uint16_t flags = 0;
  if (is_capital_letter(word)) flags |= kCapitalised;
  if (is_all_capitals(word)) flags |= kAllCapitals;
  if (std::ranges::any_of(word, is_digit)) flags |= kDigits;
  if (is_address(word)) flags |= kAddress;
  return flags;
}

/// Flags that the run and the inline elements round it give to every word.
std::uint16_t flags_of_run(const Document& document, const Run& run) {
  std::uint16_t flags = 0;
  if (run.flags & model::kCode) flags |= kCode;
  if (run.flags & model::kEmphasis) flags |= kEmphasised;
  for (StructureId id = run.owner; id != StructureId::None; id = document[id].parent) {
    const model::Element& element = document[id];
    if (element.kind == ElementKind::Link) flags |= kInLink;
    if (element.kind == ElementKind::Span && !element.alt.empty()) flags |= kExplained;
    if (!element.language.empty() && element.language != document.language) flags |= kForeign;
  }
  return flags;
}

class Reader {
 public:
  Reader(const Document& document, TextBlock& block) : document_(document), block_(block) {}

  void join() {
    const auto& runs = block_.element->runs;
    block_.stretches.reserve(runs.size());
    for (const Run& run : runs) {
      const auto begin = static_cast<std::uint32_t>(block_.text.size());
      block_.stretches.push_back({begin, &run, flags_of_run(document_, run)});
      block_.text += run.flags & model::kLineBreak ? "\n" : run.text;
    }
  }

  void find_words() {
    cut();
    block_.words = block_.cut;
    mark_sentences();
  }

 private:
  void cut() {
    const std::string_view text = block_.text;
    std::size_t at = 0;
    while (at < text.size()) {
      if (const auto space = space_at(text, at)) {
        at += space;
        continue;
      }
      std::size_t end = at;
      while (end < text.size() && !space_at(text, end)) ++end;
      add_word(at, end);
      at = end;
    }
  }

  void add_word(std::size_t begin, std::size_t end) {
    const std::string_view text = block_.text;
    const auto chunk = [&] { return text.substr(begin, end - begin); };
    while (const auto sign = opening_sign(chunk())) begin += sign;
    while (const auto sign = closing_sign(chunk())) end -= sign;
    if (begin == end) return;
    const auto flags = static_cast<std::uint16_t>(flags_of_letters(chunk()) | flags_at(begin));
    block_.cut.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), flags});
  }

  std::uint16_t flags_at(std::size_t at) {
    while (stretch_ + 1 < block_.stretches.size() && block_.stretches[stretch_ + 1].begin <= at) {
      ++stretch_;
    }
    return block_.stretches[stretch_].flags;
  }

  bool ends_sentence(std::size_t i) const {
    const std::string_view gap = block_.after(i);
    if (i + 1 == block_.words.size() || gap.find('\n') != gap.npos) return true;
    if (gap.find_first_of("!?") == gap.npos && gap.find('.') == gap.npos) return false;
    return !is_shortened(block_.word(i)) && !is_small(block_.word(i + 1)[0]);
  }

  void mark_sentences() {
    bool starts = true;
    for (std::size_t i = 0; i < block_.words.size(); ++i) {
      if (starts) block_.cut[i].flags |= kStartsSentence;
      starts = ends_sentence(i);
      if (starts) block_.cut[i].flags |= kEndsSentence;
    }
  }

  const Document& document_;
  TextBlock& block_;
  std::size_t stretch_ = 0;
};

bool is_in_table(const Document& document, StructureId id) {
  for (; id != StructureId::None; id = document[id].parent) {
    const ElementKind kind = document[id].kind;
    if (kind == ElementKind::Table) return true;
    if (kind == ElementKind::Section) return false;
  }
  return false;
}

/// All that rules can see of a text that they look at alone.
std::string key_of(const Document& document, const TextBlock& block) {
  const auto add = [](std::string& key, auto value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  std::string key;
  key.reserve(block.text.size() + 8 * (block.stretches.size() + 2));
  add(key, block.text.size());
  add(key, block.element->kind);
  add(key, block.element->role);
  add(key, block.element->level);
  add(key, block.in_table);
  add(key, document[block.element->parent].kind);
  for (const TextBlock::Stretch& stretch : block.stretches) {
    add(key, stretch.begin);
    add(key, stretch.flags);
    add(key, stretch.run->flags);
  }
  return key += block.text;
}

}  // namespace

std::string_view TextBlock::after(std::size_t i) const {
  const std::size_t end = i + 1 < words.size() ? words[i + 1].begin : text.size();
  return std::string_view(text).substr(words[i].end, end - words[i].end);
}

TextBlock read_block(const Document& document, StructureId id, TextMemory* memory) {
  TextBlock block{id, &document[id], is_in_table(document, id), {}, {}, {}, {}};
  Reader reader(document, block);
  reader.join();
  std::string key = memory ? key_of(document, block) : std::string();
  if (memory) block.known = memory->find(key);
  if (block.known) {
    block.words = block.known->words;
    return block;
  }
  reader.find_words();
  if (memory) block.known = memory->keep(std::move(key), block.cut);
  return block;
}

StructureId link_of(const Document& document, StructureId id) {
  for (; id != StructureId::None && model::is_inline(document[id].kind); id = document[id].parent) {
    if (document[id].kind == ElementKind::Link) return id;
  }
  return StructureId::None;
}

}  // namespace sheaf::lint
