#pragma once
// Document in, pages out. Never loops, never drops or clips text.

#include <memory>
#include <vector>

#include "base/diagnostic.hpp"
#include "image/picture.hpp"
#include "model/document.hpp"
#include "page/page_sink.hpp"
#include "text/shop.hpp"

namespace sheaf::layout {

/// Pictures by asset index, then the theme's logo; decoded and validated. nullptr where none is
/// used, or where that failed (and was reported).
using Pictures = std::vector<std::unique_ptr<image::Picture>>;

/// Decodes the theme's logo and every asset that a figure uses. A damaged or CMYK file is an error
/// at its source.
Pictures read_pictures(const model::Document& document, const model::Theme& theme,
                       Diagnostics& diagnostics);

/// Sets the document page by page into `sink`, then the furniture of all pages.
/// `shop.use(theme)` must have been called; `pictures` outlive the sink's use of the pages.
/// Pages go out as soon as nothing that follows can change them. Overlong content is set all the
/// same and reported.
void layout(const model::Document& document, const model::Theme& theme, const Pictures& pictures,
            text::Shop& shop, page::PageSink& sink, Diagnostics& diagnostics);

}  // namespace sheaf::layout
