#pragma once
// A composite font: Type0, CIDFontType2, descriptor, program, /W, CIDToGIDMap and ToUnicode
// (ISO 32000-1, 9.7).

#include "render/pdf/document_font.hpp"
#include "render/pdf/object_store.hpp"
#include "render/pdf/writer_cache.hpp"

namespace sheaf::render::pdf {

/// The font as it was used. No object when the face's tables are damaged.
Object add_font(const DocumentFont& font, ObjectStore& objects, WriterCache& cache);

}  // namespace sheaf::render::pdf
