#include "data/split_amounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace sheaf::data {
namespace {

constexpr std::string_view kPound = "£";
constexpr std::size_t kDigitsOfGroup = 3;

std::size_t digits_at(std::string_view text, std::size_t at) {
  const auto end = std::min(text.find_first_not_of("0123456789", at), text.size());
  return end - std::min(at, end);
}

/// The bytes of an amount that `text` begins with; 0 without one, or without a comma in it.
std::size_t length_of_amount(std::string_view text) {
  if (!text.starts_with(kPound)) return 0;
  const std::size_t first = digits_at(text, kPound.size());
  if (first == 0 || first > kDigitsOfGroup) return 0;
  const std::size_t begin_of_groups = kPound.size() + first;
  std::size_t end = begin_of_groups;
  while (text.substr(end).starts_with(',') && digits_at(text, end + 1) == kDigitsOfGroup)
    end += 1 + kDigitsOfGroup;
  if (end == begin_of_groups) return 0;
  const std::size_t pence = text.substr(end).starts_with('.') ? digits_at(text, end + 1) : 0;
  if (pence > 0) end += 1 + pence;
  const auto after = text.substr(end, 1);
  const bool ends_cell = after.empty() || after.find_first_of(", \t\r\n") != after.npos;
  return ends_cell && pence <= 2 ? end : 0;
}

}  // namespace

std::vector<Fix> put_amounts_in_quotes(std::string_view row, SourceId start,
                                       std::size_t cells_too_many) {
  std::vector<Fix> fixes;
  std::size_t commas = 0;
  bool is_quoted = false;
  bool is_at_cell = true;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const std::size_t length = is_quoted || !is_at_cell ? 0 : length_of_amount(row.substr(at));
    if (length > 0) {
      const auto amount = row.substr(at, length);
      fixes.push_back({start + at, std::string(amount), fmt::format("\"{}\"", amount)});
      commas += static_cast<std::size_t>(std::ranges::count(amount, ','));
      at += length - 1;
      continue;
    }
    if (row[at] == '"') is_quoted = !is_quoted;
    is_at_cell = row[at] == ',' || (is_at_cell && row[at] == ' ');
  }
  if (commas != cells_too_many) fixes.clear();
  return fixes;
}

}  // namespace sheaf::data
