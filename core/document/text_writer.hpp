#pragma once
// Text into one element: runs with normalised white space and typographic quotation marks.

#include <cstdint>
#include <string_view>

#include "base/source.hpp"
#include "model/document.hpp"

namespace sheaf::document {

/// How text looks, and which element it belongs to: the block, or a link or span inside it.
struct Style {
  model::StructureId owner;
  std::uint8_t flags = model::kPlain;
  std::int8_t status = -1;

  Style with(model::RunFlags flag) const {
    return {owner, static_cast<std::uint8_t>(flags | flag), status};
  }
};

/// Writes one element that owns runs. Until `finish`, nothing else may be added to the document.
/// White space is one space, with none at the ends of a line; straight quotation marks are curled
/// but in code; control characters are dropped.
class TextWriter {
 public:
  /// Adds `block` under `parent`. The document is borrowed.
  TextWriter(model::Document& document, model::StructureId parent, model::Element block);

  Style plain() const { return {id_}; }
  void write(std::string_view text, Style style, SourceId source);
  void break_line(Style style, SourceId source);
  /// The next text begins a run of its own, because it was typed on another line.
  void begin_source_line() { fresh_ = true; }

  /// A link or span inside `outer`; text written with the style that comes back belongs to it.
  Style open(Style outer, model::Element element);
  /// Ends it. False when it holds no text: then it is gone.
  bool close(Style inner);

  /// Ends the block: sets its direction, and removes it when it holds no text (then None).
  model::StructureId finish();

 private:
  model::Element& block() { return document_[id_]; }
  void append(std::string_view bytes, Style style, SourceId source);
  model::Run& run(Style style, SourceId source);
  void trim();
  bool runs_right_to_left();

  model::Document& document_;
  model::StructureId id_;
  char32_t previous_ = U'\n';  // a newline: at the start of a line
  bool fresh_ = true;
};

/// Removes `id`, which must be the last child of its parent, and all that was added after it.
void remove_from(model::Document& document, model::StructureId id);

/// The language of an element: its own, else the nearest one around it.
std::string_view language_of(const model::Document& document, model::StructureId id);

}  // namespace sheaf::document
