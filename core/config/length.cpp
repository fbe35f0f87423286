#include "config/length.hpp"

#include <algorithm>
#include <array>

namespace sheaf::config {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t numerator, denominator;  // thousandths of the unit to thousandths of a point
};
constexpr std::array<Unit, 3> kUnits{{{"pt", 1, 1}, {"mm", 720, 254}, {"cm", 7200, 254}}};
constexpr Length kLongest = mm(5000);

/// "12.5" as 12500.
std::optional<std::int64_t> thousandths(std::string_view text) {
  const auto point = std::min(text.find('.'), text.size());
  auto decimals = text.substr(std::min(point + 1, text.size()));
  if (point == 0 || point > 6 || decimals.size() > 3) return std::nullopt;
  if (point < text.size() && decimals.empty()) return std::nullopt;
  std::int64_t made = 0;
  int digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    made = made * 10 + (text[i] - '0');
    if (i > point) ++digits;
  }
  for (; digits < 3; ++digits) made *= 10;
  return made;
}

}  // namespace

std::optional<Length> parse_length(std::string_view text) {
  if (text == "0") return Length{};
  for (const Unit& unit : kUnits) {
    if (!text.ends_with(unit.name)) continue;
    const auto count = thousandths(text.substr(0, text.size() - unit.name.size()));
    if (!count) return std::nullopt;
    const Length made = scaled(millipt(*count), unit.numerator, unit.denominator);
    return made > kLongest ? std::nullopt : std::optional(made);
  }
  return std::nullopt;
}

}  // namespace sheaf::config
