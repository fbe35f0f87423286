#pragma once
// The operators of one content stream (ISO 32000-1, 8 and 9), with the graphics state it has set.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/colour.hpp"
#include "base/geometry.hpp"
#include "page/display_list.hpp"

namespace sheaf::render::pdf {

/// Takes points as layout gives them (origin top left, y down) and writes PDF's (bottom left, y
/// up). Operators that would set what is set already are left out.
class ContentStream {
 public:
  explicit ContentStream(Length page_height) : page_height_(page_height) {}

  void begin_content(std::string_view tag, int marked_content_id);
  /// `properties` is a dictionary in written form.
  void begin_artifact(std::string_view properties);
  void end_marked_content();

  void select_font(int resource, Length size);
  void fill_colour(Colour colour);
  /// Opens a text object when none is open, and places the start of the next array.
  void text_origin(Point origin);
  /// Where the writer of a TJ array puts it, brackets and operator included.
  std::string& text() { return out_; }

  void path(const page::Path& path);
  /// Fills `area` with the image resource.
  void image(int resource, const Rect& area);

  void save_state() { out_ += "q\n"; }
  void restore_state() { out_ += "Q\n"; }

  std::string take();

 private:
  void end_text();
  void stroke_style(Colour colour, Length width);
  void place(Point point);
  void place(std::initializer_list<Point> points, std::string_view operation);
  void operands(Colour colour);
  void step(const page::PathStep& step);

  Length page_height_;
  std::string out_;
  bool in_text_ = false;
  std::int64_t line_x_ = 0, line_y_ = 0;  // hundredths of a point, as the viewer has it
  int font_ = -1;
  Length size_, stroke_width_{-1};
  std::optional<Colour> fill_, stroke_;
};

}  // namespace sheaf::render::pdf
