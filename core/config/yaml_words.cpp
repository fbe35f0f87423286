#include "config/yaml_words.hpp"

#include <algorithm>

namespace sheaf::config {
namespace {

constexpr char kWords = 0x01;
constexpr std::size_t kFewest = 3;  // bytes: less is not worth a run

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_in_word(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

/// A sign between words is one more end of a run, but for these, which mean nothing behind a word.
bool goes_on(std::string_view text, std::size_t at) {
  if (is_in_word(text[at]) || text[at] == '.') return true;
  const bool joins = text[at] == ' ' || text[at] == '-' || text[at] == '_';
  return joins && at + 1 < text.size() && is_in_word(text[at + 1]);
}

/// Of the run that begins at `begin`.
std::size_t end_of_run(std::string_view text, std::size_t begin) {
  auto end = begin;
  while (end < text.size() && goes_on(text, end)) ++end;
  return end;
}

/// The only words that mean something to the parser.
bool is_null(std::string_view run) { return run == "null" || run == "Null" || run == "NULL"; }

/// The next letter from `at` on with a space or a line's start before it, so that a run is no part
/// of a tag, a name with & or *, or an escape; or the end.
std::size_t next_start(std::string_view text, std::size_t at) {
  const auto is_apart = [&](std::size_t i) {
    return i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
  };
  while (at < text.size() && !(is_letter(text[at]) && is_apart(at))) ++at;
  return at;
}

/// Whether a control character may come about in a text: "\x01".
bool has_numbered_escape(std::string_view text) {
  for (auto at = text.find('\\'); at < text.size() - 1; at = text.find('\\', at + 1)) {
    if (std::string_view("xuU").find(text[at + 1]) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

WithoutWords::WithoutWords(std::string_view text) {
  if (text.empty() || has_numbered_escape(text)) {
    text_ = text;
    return;
  }
  text_.reserve(text.size());
  std::size_t copied = 0;
  for (auto begin = next_start(text, 0); begin < text.size();) {
    const auto end = end_of_run(text, begin);
    const std::string_view words = text.substr(begin, end - begin);
    if (words.size() >= kFewest && !is_null(words)) {
      text_.append(text, copied, begin - copied);
      runs_.push_back({text_.size(), begin, words});
      text_ += kWords;
      copied = end;
    }
    begin = next_start(text, end);
  }
  text_.append(text, copied);
}

std::size_t WithoutWords::full_offset(std::size_t offset) const {
  const auto next = std::ranges::lower_bound(runs_, offset, {}, &Run::at);
  if (next == runs_.begin()) return offset;
  const Run& before = next[-1];
  return before.begin + before.words.size() + (offset - before.at - 1);
}

std::string WithoutWords::full_value(const std::string& value, std::size_t offset) const {
  auto at = value.find(kWords);
  if (at == value.npos) return value;
  // A comment may stand between the sign of a block and its text.
  const bool is_block = offset < text_.size() && (text_[offset] == '|' || text_[offset] == '>');
  if (is_block) offset = text_.find('\n', offset);
  auto run = std::ranges::lower_bound(runs_, offset, {}, &Run::at);
  std::string full;
  std::size_t copied = 0;
  for (; at != value.npos && run != runs_.end(); at = value.find(kWords, copied), ++run) {
    full.append(value, copied, at - copied).append(run->words);
    copied = at + 1;
  }
  return full.append(value, copied);
}

}  // namespace sheaf::config
