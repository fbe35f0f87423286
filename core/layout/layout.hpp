#pragma once
// Document in, pages out. Never loops, never drops or clips text.

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "model/document.hpp"
#include "page/page_sink.hpp"
#include "text/shop.hpp"

namespace sheaf::layout {

/// Pictures by asset index, decoded and validated; nullptr where that failed (and was reported).
using Pictures = std::vector<std::unique_ptr<image::Picture>>;

/// Decodes every asset that a figure uses. A damaged or CMYK file is an error at its source.
Pictures read_pictures(const model::Document& document, Diagnostics& diagnostics);

/// Sets the document page by page into `sink`, then the furniture of all pages.
/// `shop.use(theme)` must have been called. Overlong content is set all the same and reported.
void layout(const model::Document& document, const model::Theme& theme, const Pictures& pictures,
            text::Shop& shop, page::PageSink& sink, Diagnostics& diagnostics);

}  // namespace sheaf::layout
