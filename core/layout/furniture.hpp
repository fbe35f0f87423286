#pragma once
// Header, footer, logo and the marks of a draft or an exempt edition: artifacts of each page
// (ISO 14289-1, 7.8), set when the number of pages is known.

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "layout/builder.hpp"

namespace sheaf::layout {

class FurnitureSetter {
 public:
  explicit FurnitureSetter(const Job& job);

  /// What is left for the body: the theme's margins, or more where the furniture needs it.
  const PageArea& area() const { return area_; }
  page::Furniture set(int page, int pages);

 private:
  /// Where in the document furniture is: what ((page)) and ((pages)) stand for.
  struct Folio {
    int page, pages;
  };
  using Lines = std::vector<text::Line>;
  /// The three texts of a header or footer, broken into lines.
  struct Strip {
    std::array<Lines, 3> texts;  // start, centre, end
    Length height;
  };

  std::string filled(const std::string& text, Folio folio) const;
  text::Paragraph shaped(const std::string& text, model::Role role);
  Strip strip(const model::Furniture& furniture, model::Role role, Folio folio);
  void place(const Strip& strip, model::Role role, page::MarkKind kind, Length top, Items& items);
  /// Sets what stands at the head of a page, and tells where that ends.
  Length set_head(Folio folio, Items& items);
  /// Sets what stands at the foot of a page, and tells where that begins.
  Length set_foot(Folio folio, Items& items);
  Length set_mark(std::string text, Length top, Items& items);
  /// What is marked on each page: that it is not for publication, and that it is a draft.
  Length set_marks(Length top, Items& items);
  void set_rule(const model::Furniture& furniture, page::MarkKind kind, Length y, Items& items);
  Rect logo_area(Length top) const;

  Job job_;
  Length left_, width_;
  PageArea area_;
};

}  // namespace sheaf::layout
