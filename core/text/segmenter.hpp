#pragma once
// Where a line may end: Unicode line breaking (UAX 14) by ICU, corrected for how dates, sums, names
// and web addresses are read.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace sheaf::text {

/// What a line break at a place would be, from cheap to dear; None forbids it.
enum class BreakKind : std::uint8_t {
  None,
  Space,       // between words
  Inner,       // after a hyphen, dash or slash inside a word
  SoftHyphen,  // at U+00AD, with a visible hyphen
  Weak,        // "Mr | Smith", "November | 2020", before a spaced dash
  Link,        // inside a web address
  Held,        // "25 | November", "£75 | million", "A. | Smith"
  Emergency,   // inside a word that is wider than the line
  Forced,      // the text demands it
};

/// By byte offset: the break before that byte. As long as the text.
using Breaks = std::vector<BreakKind>;

/// One per thread: it keeps ICU's iterator, which it opens when a text first needs it.
class Segmenter {
 public:
  /// Fills `breaks` for one paragraph; its first entry is None.
  void find_breaks(std::string_view text, Breaks& breaks);
  /// The same by ICU alone, without corrections.
  void find_icu_breaks(std::string_view text, Breaks& breaks);

 private:
  struct Close {
    void operator()(void* iterator) const;
  };
  std::unique_ptr<void, Close> iterator_;  // a UBreakIterator
};

/// UAX 14 for the plainest text: Latin letters, digits, spaces and common punctuation. False, with
/// `breaks` half-filled, when the text holds anything whose breaks it does not know for sure.
bool find_simple_breaks(std::string_view text, Breaks& breaks);

/// Holds dates, sums and names together and opens web addresses.
void correct_breaks(std::string_view text, Breaks& breaks);

}  // namespace sheaf::text
