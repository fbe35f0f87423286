#pragma once
// Each word is shaped once: from a text and the context it stands in to its shaped words, at
// addresses that stay.

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "text/face_choice.hpp"
#include "text/shaper.hpp"

namespace sheaf::text {

/// All that decides how a text is shaped, but the text.
struct Context {
  FaceList* faces = nullptr;
  std::string language;
  bool right_to_left = false;
  friend bool operator==(const Context&, const Context&) = default;
};
using ContextId = std::uint32_t;

/// A text between two break opportunities: one word, or several where faces or scripts change.
struct ShapedText {
  std::vector<ShapedWord> words;
  bool missing = false;  // holds a character that no face has
};

class WordCache {
 public:
  ContextId context(FaceList* faces, std::string_view language, bool right_to_left);
  const Context& operator[](ContextId id) const { return contexts_[id]; }

  const ShapedText& shape(ContextId context, std::string_view text);
  const ShapedWord& hyphen(const Face& face);
  /// Glyphs [first, last) of a cached word.
  const ShapedWord& part(const ShapedWord& word, std::size_t first, std::size_t last);

  std::size_t size() const { return index_.size(); }
  void clear();

 private:
  struct Key {
    std::size_t hash;  // kept, so that the table need not work it out again for neighbours
    ContextId context;
    std::string_view text;  // views the entry's own copy
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const { return key.hash; }
  };
  struct Entry {
    std::string text;
    ShapedText shaped;
  };
  ShapedText make(const Context& context, std::string_view text);

  Shaper shaper_;
  std::vector<Context> contexts_;
  std::deque<Entry> entries_;
  std::unordered_map<Key, const ShapedText*, Hash> index_;
  std::map<const Face*, ShapedWord> hyphens_;
  std::map<std::tuple<const ShapedWord*, std::size_t, std::size_t>, ShapedWord> parts_;
};

}  // namespace sheaf::text
