#include "render/pdf/content_stream.hpp"

#include <utility>

#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {

using namespace std::string_view_literals;  // a plain literal would be measured each time

void ContentStream::begin_content(std::string_view tag, int marked_content_id) {
  out_.append("/"sv).append(tag).append("<</MCID "sv);
  append_integer(out_, marked_content_id);
  out_ += ">>BDC\n"sv;
}

void ContentStream::begin_artifact(std::string_view properties) {
  out_.append("/Artifact"sv).append(properties).append("BDC\n"sv);
}

void ContentStream::end_marked_content() {
  end_text();
  out_ += "EMC\n"sv;
}

void ContentStream::end_text() {
  if (!std::exchange(in_text_, false)) return;
  out_ += "ET\n"sv;
}

void ContentStream::select_font(int resource, Length size) {
  if (resource == font_ && size == size_) return;
  font_ = resource;
  size_ = size;
  out_ += "/F"sv;
  append_integer(out_, resource);
  out_ += ' ';
  append_fixed(out_, (size.micro + 500) / 1000, 3);
  out_ += " Tf\n"sv;
}

void ContentStream::operands(Colour colour) {
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
    append_fixed(out_, (part * 1000 + 127) / 255, 3);
    out_ += ' ';
  }
}

void ContentStream::fill_colour(Colour colour) {
  if (fill_ == colour) return;
  fill_ = colour;
  operands(colour);
  out_ += "rg\n"sv;
}

void ContentStream::stroke_style(Colour colour, Length width) {
  if (!stroke_) out_ += "1 J 1 j\n"sv;  // round ends and joins, as page::Path says
  if (stroke_ != colour) {
    stroke_ = colour;
    operands(colour);
    out_ += "RG\n"sv;
  }
  if (stroke_width_ == width) return;
  stroke_width_ = width;
  append_points(out_, width);
  out_ += " w\n"sv;
}

/// Moves are relative to the start of the last line, in the rounded units that were written, so
/// that no error builds up.
void ContentStream::text_origin(Point origin) {
  if (!std::exchange(in_text_, true)) {
    out_ += "BT\n"sv;
    line_x_ = line_y_ = 0;
  }
  const auto x = in_hundredths(origin.x), y = in_hundredths(page_height_ - origin.y);
  append_fixed(out_, x - std::exchange(line_x_, x), 2);
  out_ += ' ';
  append_fixed(out_, y - std::exchange(line_y_, y), 2);
  out_ += " Td\n"sv;
}

void ContentStream::place(Point point) {
  append_points(out_, point.x);
  out_ += ' ';
  append_points(out_, page_height_ - point.y);
  out_ += ' ';
}

void ContentStream::place(std::initializer_list<Point> points, std::string_view operation) {
  for (const Point point : points) place(point);
  out_ += operation;
}

void ContentStream::step(const page::PathStep& step) {
  using Verb = page::PathStep::Verb;
  switch (step.verb) {
    case Verb::Move: return place({step.a}, "m\n");
    case Verb::Line: return place({step.a}, "l\n");
    case Verb::Curve: return place({step.a, step.b, step.c}, "c\n");
    case Verb::Close: return place({}, "h\n");
    case Verb::Rectangle: break;
  }
  place(step.a);
  append_points(out_, step.b.x - step.a.x);
  out_ += ' ';
  append_points(out_, step.a.y - step.b.y);
  out_ += " re\n"sv;
}

void ContentStream::path(const page::Path& path) {
  if (path.steps.empty() || (!path.fill && !path.stroke)) return;
  end_text();
  if (path.fill) fill_colour(*path.fill);
  if (path.stroke) stroke_style(*path.stroke, path.stroke_width);
  for (const page::PathStep& each : path.steps) step(each);
  out_ += path.fill && path.stroke ? "B\n"sv : path.fill ? "f\n"sv : "S\n"sv;
}

void ContentStream::image(int resource, const Rect& area) {
  end_text();
  out_ += "q "sv;
  append_points(out_, area.size.width);
  out_ += " 0 0 "sv;
  append_points(out_, area.size.height);
  out_ += ' ';
  place({area.left(), area.bottom()});
  out_ += "cm /I"sv;
  append_integer(out_, resource);
  out_ += " Do Q\n"sv;
}

std::string ContentStream::take() { return std::move(out_); }

}  // namespace sheaf::render::pdf
