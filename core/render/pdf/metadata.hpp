#pragma once
// What the file says about itself: information dictionary, XMP (ISO 16684-1) with the PDF/A and
// PDF/UA claims, and the output intent.

#include <string>

#include "model/document.hpp"
#include "render/pdf/object_store.hpp"
#include "render/pdf/writer_cache.hpp"

namespace sheaf::render::pdf {

/// Title, author and dates as the XMP has them too (ISO 19005-2, 6.6.3). The date is the
/// document's own, at midnight UTC; without one there are none.
Object add_info(const model::Document& document, ObjectStore& objects);

std::string xmp(const model::Document& document);
Object add_xmp(const model::Document& document, ObjectStore& objects);

/// sRGB (ISO 19005-2, 6.2.3).
Object add_output_intent(ObjectStore& objects, WriterCache& cache);

}  // namespace sheaf::render::pdf
