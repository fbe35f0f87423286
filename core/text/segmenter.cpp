#include "text/segmenter.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>

namespace sheaf::text {
namespace {

/// What a break that ICU allows is, by the character before it.
BreakKind kind_of(std::string_view before) {
  const char last = before.back();
  if (last == ' ') return BreakKind::Space;
  if (before.ends_with("\u00AD")) return BreakKind::SoftHyphen;
  const bool dash = before.size() >= 3 && before.substr(before.size() - 3, 2) == "\xE2\x80" &&
                    last >= '\x90' && last <= '\x95';  // U+2010 to U+2015
  const bool punctuation = last > ' ' && last < '\x7F';
  return dash || punctuation ? BreakKind::Inner : BreakKind::Space;
}

UBreakIterator* open_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* iterator = ubrk_open(UBRK_LINE, "en", nullptr, 0, &status);
  return U_FAILURE(status) ? nullptr : iterator;
}

}  // namespace

void Segmenter::Close::operator()(void* iterator) const {
  ubrk_close(static_cast<UBreakIterator*>(iterator));
}

void Segmenter::find_icu_breaks(std::string_view text, Breaks& breaks) {
  breaks.assign(text.size(), BreakKind::None);
  if (!iterator_) iterator_.reset(open_iterator());
  auto* iterator = static_cast<UBreakIterator*>(iterator_.get());
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (iterator) ubrk_setUText(iterator, &view, &status);
  if (iterator && U_SUCCESS(status)) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (auto at = ubrk_next(iterator); at != UBRK_DONE && at < size; at = ubrk_next(iterator)) {
      const auto offset = static_cast<std::size_t>(at);
      breaks[offset] = kind_of(text.substr(0, offset));
    }
  }
  utext_close(&view);
}

void Segmenter::find_breaks(std::string_view text, Breaks& breaks) {
  breaks.assign(text.size(), BreakKind::None);
  if (!find_simple_breaks(text, breaks)) find_icu_breaks(text, breaks);
  correct_breaks(text, breaks);
}

}  // namespace sheaf::text
