#pragma once
// A place that takes blocks and inline content alike.

#include <functional>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "document/cell_places.hpp"
#include "document/outline.hpp"
#include "document/text_writer.hpp"
#include "model/document.hpp"

namespace sheaf::document {

/// What all of compose works on.
struct Composition {
  model::Document& document;
  Outline& outline;
  const SourceMap& sources;
  Diagnostics& diagnostics;
  SourceId section = {};        // the place of the section at work
  CellPlaces* cells = nullptr;  // of the data that it was given, if it was given any
};

/// Adds blocks under one element. Inline content between blocks becomes a paragraph of its own.
/// One flow at a time adds to a document: an inner one ends before the outer one goes on.
class Flow {
 public:
  enum class Headings { Allowed, Refused };

  /// `role` is what plain paragraphs are here.
  Flow(Composition& composition, model::StructureId parent, model::Role role,
       Headings headings = Headings::Refused)
      : composition_(composition), parent_(parent), role_(role), headings_(headings) {}
  ~Flow() { end_line(); }
  Flow(const Flow&) = delete;
  Flow& operator=(const Flow&) = delete;

  Composition& composition() const { return composition_; }
  Diagnostics& diagnostics() const { return composition_.diagnostics; }
  model::Role role() const { return role_; }
  Headings headings() const { return headings_; }

  /// The paragraph for inline content, begun when there is none.
  TextWriter& line(SourceId source);
  void end_line();

  /// Ends the line and adds a block.
  model::StructureId add(model::Element block);
  TextWriter text(model::Element block);

 private:
  Composition& composition_;
  model::StructureId parent_;
  model::Role role_;
  Headings headings_;
  std::optional<TextWriter> line_;
};

model::Element element(model::ElementKind kind, SourceId source);
model::Element paragraph(model::Role role, SourceId source);

/// Adds a paragraph of one plain text; none when it is blank.
void write_paragraph(Flow& flow, model::Role role, std::string_view text, SourceId source);

/// Adds a heading `level` levels below the section's title. Where none may stand, that is an error.
/// `skip_help`: how to mend one that skips a level, if not by raising it.
void write_heading(Flow& flow, int level, SourceId source,
                   const std::function<void(TextWriter&)>& fill, std::string_view skip_help = {});

/// Adds a group whose children `fill` adds under the id it gets; none without any.
void write_parts(Flow& flow, model::Element group,
                 const std::function<void(model::StructureId)>& fill);

/// Adds an element with blocks in it that `fill` writes; none without any.
void write_group(Flow& flow, model::Element group, model::Role role,
                 const std::function<void(Flow&)>& fill);

/// Adds `outer` under `parent` with a label and a body that `fill` writes: a list item, a fact, a
/// metric, a pictogram. Without a body there is nothing (false); an empty label is left out.
struct Labelled {
  model::Element outer;
  std::string_view label;
  model::Role label_role, body_role;
};
bool write_labelled(Composition& composition, model::StructureId parent, const Labelled& parts,
                    const std::function<void(Flow&)>& fill);

/// Adds list items with their bullets or numbers.
class ListWriter {
 public:
  ListWriter(Flow& flow, std::optional<int> first_number, SourceId source);
  ~ListWriter();  // a list without items is removed
  ListWriter(const ListWriter&) = delete;
  ListWriter& operator=(const ListWriter&) = delete;

  void item(SourceId source, const std::function<void(Flow&)>& fill);

 private:
  Composition& composition_;
  model::Role role_;
  std::optional<int> number_;
  model::StructureId list_;
};

}  // namespace sheaf::document
