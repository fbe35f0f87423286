#pragma once
// Lays a document out with the small theme and keeps what came of it.

#include <string>
#include <vector>

#include "layout/layout.hpp"
#include "support/document_builder.hpp"
#include "support/page_checks.hpp"
#include "support/small_theme.hpp"

namespace sheaf::test {

struct Bench {
  model::Theme theme = small_theme();
  layout::Pictures pictures;
  Diagnostics diagnostics;
  page::CollectingSink sink;
  text::Shop shop{text::make_face_store(), test_fonts()};

  void set(const model::Document& document) {
    pictures.resize(document.assets.size() + 1);
    shop.use(theme, diagnostics);
    layout::layout(document, theme, pictures, shop, sink, diagnostics);
  }

  /// What the margins leave; the small theme's furniture fits into them.
  Rect body() const {
    const Size size{theme.page.width - theme.margins.left - theme.margins.right,
                    theme.page.height - theme.margins.top - theme.margins.bottom};
    return {{theme.margins.left, theme.margins.top}, size};
  }

  std::vector<page::GlyphRun> runs(std::size_t page) const {
    std::vector<page::GlyphRun> found;
    for (const page::Item& item : sink.pages.at(page).items) {
      if (const auto* run = std::get_if<page::GlyphRun>(&item)) found.push_back(*run);
    }
    return found;
  }

  /// The content of a page that belongs to one element, line by line.
  std::vector<std::string> lines(std::size_t page, StructureId owner) const {
    std::vector<std::string> found;
    for (const page::GlyphRun& run : runs(page)) {
      const bool is_its = run.mark.kind == page::MarkKind::Content &&
                          run.mark.structure == static_cast<std::uint32_t>(owner);
      if (is_its) found.push_back(text_of(run));
    }
    return found;
  }

  std::vector<std::string> findings() const {
    std::vector<std::string> ids;
    for (const Diagnostic& one : diagnostics.all()) ids.push_back(one.id);
    return ids;
  }

  void check_sound(const model::Document& document) const {
    CHECK(lost_text(document, sink) == Problems{});
    CHECK(outside(sink, body()) == Problems{});
    CHECK(overlapping_text(sink) == Problems{});
  }
};

}  // namespace sheaf::test
