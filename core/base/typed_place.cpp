#include "base/typed_place.hpp"

namespace sheaf {

SourceId typed_place(const SourceMap& sources, SourceId from, const TypedWords& typed) {
  const SourceId file = sources.file_start(from);
  if (!file || typed.words.empty()) return from;
  const std::string_view text = sources.text(from)
                                    .substr(from.offset - file.offset)
                                    .substr(0, typed.reach + typed.words.size());
  std::size_t at = text.find(typed.words);
  for (std::size_t skip = typed.skip; skip > 0 && at != text.npos; --skip) {
    at = text.find(typed.words, at + typed.words.size());
  }
  return at == text.npos ? from : from + at;
}

}  // namespace sheaf
