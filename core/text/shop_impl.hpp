#pragma once
// The inside of a Shop. Internal to text/.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/recent.hpp"
#include "text/face_choice.hpp"
#include "text/segmenter.hpp"
#include "text/set_paragraph.hpp"
#include "text/shop.hpp"
#include "text/word_cache.hpp"

namespace sheaf::text {

struct Shop::Impl {
  Impl(std::shared_ptr<FaceStore> faces, const FontIndex& fonts)
      : store(std::move(faces)), index(fonts) {}

  std::shared_ptr<FaceStore> store;
  const FontIndex& index;
  std::vector<model::FontStack> stacks;  // of the theme in use
  bool complete = false;                 // all their families are there
  WordCache words;
  Recent<SetParagraph> paragraphs{3'000'000};  // bytes: some thirty pages
  Segmenter segmenter;
  Breaks breaks;                       // of the paragraph at hand, kept for its memory
  std::string key;                     // of the same
  const SourceMap* sources = nullptr;  // of this build
  std::set<char32_t> reported;         // missing characters, in this build
  std::set<const FaceList*> unusable;  // stacks without any face, in this build

  FaceList& faces(std::uint8_t stack, model::Weight weight, model::Slant slant);
  /// "Open Sans, Noto Sans", for messages.
  std::string families(std::uint8_t stack) const;

 private:
  friend class Shop;
  std::vector<Path> files(std::uint8_t stack, model::Weight weight, model::Slant slant) const;
  std::map<std::vector<Path>, std::unique_ptr<FaceList>> lists_;
  std::vector<FaceList*> resolved_;  // by stack, weight, slant; null until asked for
};

}  // namespace sheaf::text
