#pragma once
// Small operations on display items: moving them, and making artifacts of them.

#include <optional>
#include <vector>

#include "page/display_list.hpp"

namespace sheaf::layout {

using Items = std::vector<page::Item>;

void move_down(page::Item& item, Length by);
void move_down(Items& items, Length by);

/// Moves all of `from` to the end of `to`.
void append(Items& to, Items&& from);

/// What a screen reader must not meet twice (a header row on a further page): the same glyphs and
/// pictures as layout artifacts, without links. Backgrounds stay backgrounds.
Items as_artifacts(const Items& items);

page::Path filled_rectangle(page::Mark mark, const Rect& area, Colour fill);

/// A horizontal rule of some thickness, centred on `from`.
page::Path rule(page::Mark mark, Point from, Length length, Length thickness, Colour colour);

}  // namespace sheaf::layout
