#include "pipeline/file_letters.hpp"

#include "base/utf8.hpp"
#include "data/windows_1252.hpp"

namespace sheaf::pipeline {

std::optional<std::string> bytes_of_edited(std::string_view bytes, std::string_view read,
                                           std::string edited) {
  if (bytes == read) return edited;
  const auto text = data::from_windows_1252(bytes);
  return text && *text == read ? data::to_windows_1252(edited) : std::nullopt;
}

std::string shown_text(std::string_view bytes) {
  const auto text = find_invalid_utf8(bytes) ? data::from_windows_1252(bytes)
                                             : tl::expected<std::string, std::size_t>(bytes);
  return text.value_or(std::string(bytes));
}

}  // namespace sheaf::pipeline
