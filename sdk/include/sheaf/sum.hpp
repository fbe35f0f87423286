#pragma once
// Sums over rows that do not overflow in silence.

#include <concepts>
#include <functional>
#include <limits>
#include <stdexcept>
#include <type_traits>

#include <sheaf/values.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// `a` + `b`; throws std::overflow_error beyond 64 bits.
constexpr std::int64_t added(std::int64_t a, std::int64_t b) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  if (b > 0 ? a > most - b : a < least - b) {
    throw std::overflow_error(
        "it sums numbers that come to more than 64 bits hold; limits (.between) would refuse them");
  }
  return a + b;
}

/// What a column of rows comes to: sum(libraries, &Library::visits). The column holds whole numbers
/// or optional ones, of which an absent one adds nothing; a function of the row does, too.
template <class Rows, class Column>
constexpr std::int64_t sum(const Rows& rows, Column column) {
  std::int64_t total = 0;
  for (const auto& row : rows) {
    const auto& cell = std::invoke(column, row);
    static_assert(!std::floating_point<std::remove_cvref_t<decltype(cell)>>,
                  "Sheaf: sum() adds whole numbers, such as pence");
    if constexpr (requires { std::int64_t{cell}; }) {
      total = added(total, cell);
    } else if (cell) {
      total = added(total, *cell);
    }
  }
  return total;
}

}  // namespace sdk_1
}  // namespace sheaf
