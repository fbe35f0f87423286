#pragma once
// The workshop of one build at a time: opened faces, the word cache, ICU iterators. Kept between
// builds (a Session lends shops out), never shared by two threads at once.

#include <memory>
#include <span>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/theme.hpp"
#include "text/font_index.hpp"
#include "text/paragraph.hpp"
#include "text/shaped_word.hpp"

namespace sheaf::text {

/// Faces opened so far, by path; safe to share between threads, never forgets a face.
class FaceStore;
std::shared_ptr<FaceStore> make_face_store();

class Shop {
 public:
  /// `index` outlives the shop.
  Shop(std::shared_ptr<FaceStore> faces, const FontIndex& index);
  ~Shop();
  Shop(const Shop&) = delete;
  Shop& operator=(const Shop&) = delete;

  /// Begins a build: sets the font stacks of its theme. A family that the index does not know is an
  /// error at its source. Words shaped earlier stay valid. With `sources`, which live until the
  /// next build, a missing character is told where it was typed; else where its text begins.
  void use(const model::Theme& theme, Diagnostics& diagnostics, const SourceMap* sources = nullptr);

  /// Faces of a stack in fallback order, all of them opened; empty only after an error in use().
  std::span<const Face* const> faces(std::uint8_t stack, model::Weight weight,
                                     model::Slant slant) const;
  /// The first of them, without opening the others; null only after an error in use().
  const Face* first_face(std::uint8_t stack, model::Weight weight, model::Slant slant) const;

  /// Drops the word cache if it has grown beyond `words`. Only between builds: it ends the life of
  /// ShapedWords.
  void trim(std::size_t words = 200'000);

  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace sheaf::text
