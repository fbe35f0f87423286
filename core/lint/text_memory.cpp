#include "lint/text_memory.hpp"

#include <utility>

namespace sheaf::lint {

void TextMemory::begin_build(const model::Document& document, const Policy& policy) {
  texts_.begin_build();
  if (policy == policy_ && document.language == language_ && document.status == status_) return;
  texts_.clear();
  policy_ = policy;
  language_ = document.language;
  status_ = document.status;
}

KnownText* TextMemory::keep(std::string key, std::vector<Word> words) {
  const std::size_t bytes = words.size() * sizeof(Word);
  return texts_.keep(std::move(key), {.words = std::move(words)}, bytes);
}

}  // namespace sheaf::lint
