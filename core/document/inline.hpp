#pragma once
// Inline content: text, links, spans, and values placed in a line.

#include <string_view>
#include <vector>

#include "document/flow.hpp"
#include "model/block.hpp"
#include "model/theme.hpp"

namespace sheaf::document {

/// "At risk": a status is always said in words, never by colour alone (WCAG 2.2, 1.4.1).
std::string_view word_of(model::StatusWord status);
/// "at-risk"; nothing for other words.
std::optional<model::StatusWord> find_status(std::string_view name);

/// The place of a block, or of its section when it has none of its own.
SourceId place_of(const model::Block& block, const Composition& composition);

void write_inline(const model::Block& block, TextWriter& writer, Style style,
                  Composition& composition);
void write_inline(const std::vector<model::Block>& blocks, TextWriter& writer, Style style,
                  Composition& composition);

/// A value in a line of text; what cannot stand in one (an image) is reported.
void write_value(const model::Value& value, TextWriter& writer, Style style,
                 Composition& composition);

void write_status(model::StatusWord status, TextWriter& writer, Style style, SourceId source);

/// What `write` writes becomes a link to `to`; without text it is reported. A link inside another
/// is only its text.
void write_link(std::string_view to, SourceId source, TextWriter& writer, Style style,
                Composition& composition, const std::function<void(Style)>& write);

}  // namespace sheaf::document
