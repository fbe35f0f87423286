#pragma once
// Pictures as image XObjects (ISO 32000-1, 8.9.5).

#include "image/picture.hpp"
#include "render/pdf/object_store.hpp"
#include "render/pdf/writer_cache.hpp"

namespace sheaf::render::pdf {

/// A PNG's samples deflated, with a soft mask when it has one; a JPEG's bytes as they are, which
/// `picture` keeps until the file is written.
Object add_image(const image::Picture& picture, ObjectStore& objects, WriterCache& cache);

}  // namespace sheaf::render::pdf
