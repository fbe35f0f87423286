#include "text/word_cache.hpp"

#include <algorithm>

namespace sheaf::text {

ContextId WordCache::context(FaceList* faces, std::string_view language, bool right_to_left) {
  const auto same = [&](const Context& c) {
    return c.faces == faces && c.right_to_left == right_to_left && c.language == language;
  };
  const auto found = std::ranges::find_if(contexts_, same);
  const auto id = static_cast<ContextId>(found - contexts_.begin());
  if (found == contexts_.end()) {
    contexts_.push_back({faces, std::string(language), right_to_left});
  }
  return id;
}

ShapedText WordCache::make(const Context& context, std::string_view text) {
  ShapedText result;
  for (const FaceRun& run : choose_faces(text, *context.faces)) {
    const Manner manner{run.script, context.right_to_left, context.language};
    const std::string_view part = text.substr(run.begin, run.end - run.begin);
    result.words.push_back(shaper_.shape(*run.face, part, manner, run.missing));
    result.missing |= run.missing;
  }
  return result;
}

const ShapedText& WordCache::shape(ContextId context, std::string_view text) {
  const std::size_t hash = std::hash<std::string_view>()(text) ^ (context * 0x9E3779B97F4A7C15U);
  const auto found = index_.find({hash, context, text});
  if (found != index_.end()) return *found->second;
  Entry& entry = entries_.emplace_back(Entry{std::string(text), make(contexts_[context], text)});
  index_.emplace(Key{hash, context, entry.text}, &entry.shaped);
  return entry.shaped;
}

const ShapedWord& WordCache::hyphen(const Face& face) {
  const auto found = hyphens_.find(&face);
  if (found != hyphens_.end()) return found->second;
  return hyphens_.emplace(&face, shaper_.hyphen(face)).first->second;
}

const ShapedWord& WordCache::part(const ShapedWord& word, std::size_t first, std::size_t last) {
  const std::tuple key(&word, first, last);
  const auto found = parts_.find(key);
  if (found != parts_.end()) return found->second;
  return parts_.emplace(key, part_of(word, first, last)).first->second;
}

void WordCache::clear() {
  index_.clear();
  parts_.clear();
  entries_.clear();
}

}  // namespace sheaf::text
