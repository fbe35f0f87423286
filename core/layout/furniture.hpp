#pragma once
// Header, footer, logo and the marks of a draft or an exempt edition: artifacts of each page
// (ISO 14289-1, 7.8), set when the number of pages is known.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/builder.hpp"

namespace sheaf::layout {

class FurnitureSetter {
 public:
  explicit FurnitureSetter(const Job& job);

  /// What is left for the body: the theme's margins, or more where the furniture needs it.
  const PageArea& area() const { return area_; }
  /// Whether that is enough to set text in. If not, an error was reported, and nothing is to be
  /// laid out.
  bool leaves_room() const { return leaves_room_; }
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

  /// Part of a text, and where it was typed: in the theme or in the layout.
  struct Piece {
    std::string text;
    SourceId source;
  };
  using Pieces = std::vector<Piece>;

  /// What a name in (( )) stands for, if it is one.
  std::optional<Piece> value_of(std::string_view name, Folio folio, SourceId source) const;
  Pieces filled(std::string_view text, Folio folio, SourceId source) const;
  text::Paragraph shaped(const Pieces& pieces, model::Role role);
  /// Of the longest text in header and footer.
  SourceId longest_source() const;
  void refuse();
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
  bool leaves_room_ = true;
};

}  // namespace sheaf::layout
