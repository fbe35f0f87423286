#pragma once
// A paragraph ready for any width, and its lines at the widths asked for so far. Internal to text/.

#include <list>
#include <vector>

#include "text/material.hpp"
#include "text/paragraph.hpp"

namespace sheaf::text {

struct SetParagraph {
  static constexpr std::size_t kMostSets = 4;

  struct Lines {
    Length width;
    std::vector<Line> lines;
  };

  Material material;
  Length widest;          // of the stretches that do not break
  std::list<Lines> sets;  // the latest few, at addresses that stay

  /// What it takes in memory, with lines of one width.
  std::size_t bytes() const {
    return material.atoms.size() * (sizeof(Atom) + sizeof(Fragment)) +
           material.opportunities.size() * sizeof(Opportunity);
  }
};

}  // namespace sheaf::text
