#pragma once
// One paragraph, heading, label or caption as the rules read it: its runs as one text, cut into
// words.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace sheaf::lint {

enum WordFlags : std::uint16_t {
  kCapitalised = 1,   // begins with a capital letter
  kAllCapitals = 2,   // two letters or more, all of them capitals
  kDigits = 4,        // holds a digit
  kAddress = 8,       // a web or email address, a file name, a hashtag
  kCode = 16,         // set as code
  kForeign = 32,      // in another language than the document's
  kInLink = 64,       // in a link's words
  kEmphasised = 128,  // in emphasised type
  kExplained = 256,   // an abbreviation with its expansion
  kStartsSentence = 512,
  kEndsSentence = 1024,
};
constexpr std::uint16_t kNotProse = kAddress | kCode | kForeign;

/// Bytes of the block's text, without the punctuation round it.
struct Word {
  std::uint32_t begin, end;
  std::uint16_t flags;
};

struct KnownText;
class TextMemory;

/// Moved, not copied: `words` may be its own.
struct TextBlock {
  /// Bytes from `begin` to the next stretch's are those of one run.
  struct Stretch {
    std::uint32_t begin;
    const model::Run* run;
    std::uint16_t flags;  // of all its words
  };

  model::StructureId id;
  const model::Element* element;
  bool in_table;
  std::string text;  // a forced line break is "\n"
  std::vector<Stretch> stretches;
  std::vector<Word> cut;  // its words, unless a memory has them
  std::span<const Word> words;
  KnownText* known = nullptr;  // in the memory, if there is one

  std::string_view of(const Word& word) const {
    return std::string_view(text).substr(word.begin, word.end - word.begin);
  }
  /// Word `i`; empty beyond the last one and before the first.
  std::string_view word(std::size_t i) const { return i < words.size() ? of(words[i]) : ""; }
  bool has(std::size_t i, std::uint16_t flags) const {
    return i < words.size() && (words[i].flags & flags) != 0;
  }
  /// What stands between word `i` and the next one, or the end.
  std::string_view after(std::size_t i) const;
  /// What stands between word `i` and the one before it, or the start.
  std::string_view before(std::size_t i) const { return i > 0 ? after(i - 1) : lead(); }
  std::string_view lead() const {
    return std::string_view(text).substr(0, words.empty() ? text.size() : words[0].begin);
  }
};

/// With a memory, a text that it knows is not cut again.
TextBlock read_block(const model::Document& document, model::StructureId id,
                     TextMemory* memory = nullptr);

/// The Link that an inline element is or stands in, or None.
model::StructureId link_of(const model::Document& document, model::StructureId id);

}  // namespace sheaf::lint
