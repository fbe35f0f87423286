#pragma once
// Document in, pages out. Never loops, never drops or clips text.

#include <cstdint>
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

/// Bytes that all pictures of a report may take while it is built: the pixels of a PNG, and three
/// times its file or that of a JPEG, which is read, held for the PDF and written.
constexpr std::uint64_t kMostPictureBytes = 150'000'000;

/// Decodes the theme's logo and every asset that a figure uses. A damaged or CMYK file is an error
/// at its source. So is the first beyond `most_bytes`, by the headers: then none is decoded.
Pictures read_pictures(const model::Document& document, const model::Theme& theme,
                       Diagnostics& diagnostics, std::uint64_t most_bytes = kMostPictureBytes);

/// Sets the document page by page into `sink`, then the furniture of all pages.
/// `shop.use(theme)` must have been called; `pictures` outlive the sink's use of the pages.
/// Pages go out as soon as nothing that follows can change them. Overlong content is set all the
/// same and reported.
void layout(const model::Document& document, const model::Theme& theme, const Pictures& pictures,
            text::Shop& shop, page::PageSink& sink, Diagnostics& diagnostics);

}  // namespace sheaf::layout
