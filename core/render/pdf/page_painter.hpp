#pragma once
// One content stream out of display-list items, each inside the marked content that its mark asks
// for.

#include <optional>
#include <string>
#include <vector>

#include "page/display_list.hpp"
#include "render/pdf/content_stream.hpp"
#include "render/pdf/navigation.hpp"
#include "render/pdf/resources.hpp"
#include "render/pdf/structure_tree.hpp"

namespace sheaf::render::pdf {

/// What a page's items have a part in, shared by all pages of a document.
struct Drawing {
  const model::Document& document;
  Resources& resources;
  StructureTree& structure;
  Navigation& navigation;
};

class PagePainter {
 public:
  /// Paints on the page that the structure tree began last, or, if the items are artifacts only, on
  /// any page.
  PagePainter(Drawing drawing, Size page);

  void paint(const std::vector<page::Item>& items);

  std::string take_content() { return content_.take(); }
  /// References to the annotations made, in order.
  const std::string& annotations() const { return annotations_; }

 private:
  void paint(const page::GlyphRun& run);
  void paint(const page::Path& path);
  void paint(const page::Image& image);
  void paint(const page::LinkArea& link);
  /// Opens the marked content of `mark`, unless it is open already.
  void enter(const page::Mark& mark);
  void leave();
  SourceId source_of(const page::Mark& mark) const;

  Drawing drawing_;
  Size page_;
  ContentStream content_;
  std::optional<page::Mark> open_;
  std::string annotations_;
};

}  // namespace sheaf::render::pdf
