#pragma once
// How one sequence becomes another: E. W. Myers, "An O(ND) difference algorithm and its
// variations", Algorithmica 1 (1986).

#include <cstdint>
#include <span>
#include <vector>

namespace sheaf::document {

/// One step, in order. What is kept or removed is named by its index in the first sequence, what is
/// added by its index in the second.
struct Edit {
  enum class Kind : std::uint8_t { Keep, Remove, Add } kind;
  std::size_t index;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// Shortest for sequences that differ in up to 200 places; beyond, found piece by piece, so that
/// time and memory stay bounded (about 200 steps for each element). Removals come before additions.
std::vector<Edit> edit_script(std::span<const int> before, std::span<const int> after);

}  // namespace sheaf::document
