#pragma once
// The fonts and pictures of one document (ISO 32000-1, 7.8.3), in order of first use. All pages
// share one dictionary.

#include <memory>
#include <vector>

#include "base/diagnostic.hpp"
#include "image/picture.hpp"
#include "render/pdf/document_font.hpp"
#include "render/pdf/object_store.hpp"
#include "render/pdf/writer_cache.hpp"

namespace sheaf::render::pdf {

class Resources {
 public:
  /// All three outlive the resources.
  Resources(ObjectStore& objects, WriterCache& cache, Diagnostics& diagnostics);

  /// nullptr for a face that must not or cannot be embedded, which is reported where it was first
  /// used.
  DocumentFont* font(const text::Face& face, SourceId used_at);
  /// The N of a picture's name /IN.
  int picture(const image::Picture& picture);

  const Object& dictionary() const { return dictionary_; }
  void write();
  /// False when something had to be left out.
  bool complete() const { return complete_; }

 private:
  void refuse(const text::Face& face, SourceId used_at);

  ObjectStore& objects_;
  WriterCache& cache_;
  Diagnostics& diagnostics_;
  Object dictionary_;
  std::vector<std::unique_ptr<DocumentFont>> fonts_;
  std::vector<const image::Picture*> pictures_;
  std::vector<const text::Face*> refused_;
  bool complete_ = true;
};

}  // namespace sheaf::render::pdf
