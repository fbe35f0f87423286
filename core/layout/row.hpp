#pragma once
// Cells side by side: table rows, facts, pictograms beside their advice.

#include <vector>

#include "layout/flow.hpp"

namespace sheaf::layout {

/// How a row behaves at a page's foot.
struct RowBreaks {
  Cost before = 0;  // of a break before the row
  Length page;      // height of a page's body: a tall row parts more easily
  model::StructureId source = model::StructureId::None;
};

/// Sets `cells`, each a finished flow, beside one another from one top. The row becomes slices that
/// no cell's box straddles, so it can part between them; were a slice to grow beyond a quarter of a
/// page, boxes move down to make a place to part.
void add_row(std::vector<Flow> cells, const RowBreaks& breaks, Flow& out);

}  // namespace sheaf::layout
