#pragma once
// Fallback: which face of a stack sets which part of a text.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/face_store.hpp"
#include "text/shaper.hpp"

namespace sheaf::text {

/// The faces of one stack in one style, in fallback order. A face is opened when it is first asked
/// for: most texts need the first one only.
class FaceList {
 public:
  FaceList(FaceStore& store, std::vector<Path> paths);

  std::size_t size() const { return paths_.size(); }
  /// Null when the file cannot be opened.
  const Face* at(std::size_t nth);
  /// The first that can be opened; null when none can.
  const Face* first();
  /// All that can be opened.
  const std::vector<const Face*>& all();

 private:
  FaceStore& store_;
  std::vector<Path> paths_;
  std::vector<const Face*> opened_;
  std::vector<bool> tried_;
  std::vector<const Face*> all_;
};

/// A part of a text that one face sets in one script. `missing`: no face has it.
struct FaceRun {
  std::size_t begin, end;
  const Face* face;
  Script script;
  bool missing;
};

/// Goes by grapheme: each to the first face that has all of its characters, so that a mark never
/// parts from its letter. A word whose letters join goes whole to the first face that has all of
/// it, if one does. Spaces at the end go with what is before them. Covers all of the text; empty
/// only when no face can be opened.
std::vector<FaceRun> choose_faces(std::string_view text, FaceList& faces);

/// The characters for which no face has a glyph, in order of appearance.
std::vector<char32_t> missing_characters(std::string_view text, FaceList& faces);

}  // namespace sheaf::text
