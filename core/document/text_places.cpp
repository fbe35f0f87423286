#include "document/text_places.hpp"

#include <algorithm>

#include "model/text_place.hpp"

namespace sheaf::document {
namespace {

std::vector<std::size_t> line_offsets(std::string_view text) {
  std::vector<std::size_t> offsets = {0};
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    offsets.push_back(at + 1);
  }
  return offsets;
}

}  // namespace

TextPlaces::TextPlaces(const model::Value& value, const SourceMap& sources)
    : value_(value), sources_(sources), lines_(line_offsets(value.text)) {
  find_typed_lines();
}

/// The lines of a file and of a literal block stand in the file one by one, so that a place is a
/// sum; all other texts are walked for each place (model/text_place).
void TextPlaces::find_typed_lines() {
  const SourceId file = sources_.file_start(value_.source);
  if (!file) return;
  const std::size_t begin = value_.source.offset - file.offset;
  const std::string_view typed = sources_.text(file).substr(begin);
  const bool is_literal = value_.layout.block && typed.starts_with('|');
  const bool is_file = begin == 0 && !value_.layout.block && typed == value_.text;
  if (!is_literal && !is_file) return;
  for (const std::size_t offset : line_offsets(typed)) typed_.push_back(value_.source + offset);
  if (is_literal) typed_.erase(typed_.begin());
}

std::string_view TextPlaces::line(int number) const {
  if (number < 1 || number > line_count()) return {};
  const std::size_t begin = lines_[static_cast<std::size_t>(number - 1)];
  const std::string_view text = value_.text;
  return text.substr(begin, text.find('\n', begin) - begin);
}

SourceId TextPlaces::at(int line, int column) const {
  const auto index = static_cast<std::size_t>(std::clamp(line, 1, line_count()) - 1);
  const auto bytes = std::min(static_cast<std::size_t>(std::max(column, 1) - 1),
                              this->line(static_cast<int>(index) + 1).size());
  if (index < typed_.size()) return typed_[index] + bytes + value_.layout.indent;
  return model::place_in_text(sources_, value_.source, value_.layout, value_.text,
                              lines_[index] + bytes);
}

}  // namespace sheaf::document
