#pragma once
// The texts of earlier builds: their words, and which of them no rule found fault with. Most texts
// of a report are those of the build before.

#include <string>
#include <vector>

#include "base/recent.hpp"
#include "lint/policy.hpp"
#include "lint/text_block.hpp"
#include "model/document.hpp"

namespace sheaf::lint {

struct KnownText {
  std::vector<Word> words;
  bool faultless = false;  // as far as rules look at this text alone
};

/// Belongs to one build at a time.
class TextMemory {
 public:
  /// Begins a build. What was found under another policy is forgotten.
  void begin_build(const model::Document& document, const Policy& policy);

  /// Nothing is known: a document takes its time.
  bool empty() const { return texts_.empty(); }
  KnownText* find(const std::string& key) { return texts_.find(key); }
  /// Null when there is no room.
  KnownText* keep(std::string key, std::vector<Word> words);

 private:
  Recent<KnownText> texts_{1'000'000};  // bytes: some fifty pages
  Policy policy_;
  std::string language_;
  model::Status status_ = model::Status::Final;
};

}  // namespace sheaf::lint
