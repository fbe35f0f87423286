#pragma once
// Sums over rows that do not overflow in silence.

#include <concepts>
#include <functional>
#include <stdexcept>

#include <sheaf/values.hpp>

namespace sheaf {
inline namespace sdk_1 {

template <class T>
concept Summable = requires(const T& cell) {
  { +cell } -> std::integral;
};

/// What a column of rows comes to: sum(libraries, &Library::visits). The column holds whole numbers
/// or optional ones, of which an absent one adds nothing; a function of the row does, too. Throws
/// std::overflow_error beyond 64 bits.
template <class Rows, class Column>
constexpr std::int64_t sum(const Rows& rows, Column column) {
  std::int64_t total = 0;
  const auto add = [&total](auto number) {
    if (!__builtin_add_overflow(total, number, &total)) return;
    throw std::overflow_error(
        "it sums numbers that come to more than 64 bits hold; limits (.between) would refuse them");
  };
  for (const auto& row : rows) {
    const auto& cell = std::invoke(column, row);
    if constexpr (Summable<decltype(cell)>) {
      add(+cell);
    } else if constexpr (requires { requires Summable<decltype(*cell)>; }) {
      if (cell) add(+*cell);
    } else {
      static_assert(!std::same_as<Rows, Rows>,
                    "Sheaf: sum() adds whole numbers; of amounts a function that gives .pence()");
    }
  }
  return total;
}

}  // namespace sdk_1
}  // namespace sheaf
