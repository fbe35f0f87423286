#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "page/page_sink.hpp"

namespace sheaf::page {
namespace {

std::string_view name_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::Content: return "content";
    case MarkKind::Header: return "header";
    case MarkKind::Footer: return "footer";
    case MarkKind::Layout: return "layout";
    case MarkKind::Background: return "background";
  }
  return {};
}

std::string in_points(Length length) { return fmt::format("{:.3f}", length.points()); }

std::string shown(const Mark& mark) {
  if (mark.kind != MarkKind::Content) return std::string(name_of(mark.kind));
  return fmt::format("#{}", mark.structure);
}

std::string shown(Point point) { return in_points(point.x) + " " + in_points(point.y); }

std::string shown(const Rect& rect) {
  return fmt::format("{} {}x{}", shown(rect.origin), in_points(rect.size.width),
                     in_points(rect.size.height));
}

std::string_view name_of(PathStep::Verb verb) {
  switch (verb) {
    case PathStep::Verb::Move: return "move";
    case PathStep::Verb::Line: return "line";
    case PathStep::Verb::Curve: return "curve";
    case PathStep::Verb::Close: return "close";
    case PathStep::Verb::Rectangle: return "rectangle";
  }
  return {};
}

/// Pictograms have many steps; the first one places them and the number tells them apart.
std::string shown(const std::vector<PathStep>& steps) {
  if (steps.empty()) return "nothing";
  const PathStep& first = steps.front();
  auto text = fmt::format("{} {}", name_of(first.verb), shown(first.a));
  if (first.verb == PathStep::Verb::Rectangle) text += " to " + shown(first.b);
  if (steps.size() == 2 && steps[1].verb == PathStep::Verb::Line) {
    return text + " line " + shown(steps[1].a);
  }
  if (steps.size() > 1) text += fmt::format(" and {} steps", steps.size() - 1);
  return text;
}

class Dumper {
 public:
  void add(const Page& page) {
    fmt::format_to(std::back_inserter(out_), "page {} {}x{}\n", page.number,
                   in_points(page.size.width), in_points(page.size.height));
    for (const Destination& destination : page.destinations) add(destination);
    add(page.items);
  }

  void add(const Furniture& furniture) {
    fmt::format_to(std::back_inserter(out_), " furniture {}\n", furniture.number);
    add(furniture.items);
  }

  std::string take() { return std::move(out_); }

 private:
  void add(const std::vector<Item>& items) {
    for (const Item& item : items) {
      std::visit([this](const auto& one) { add(one); }, item);
    }
  }

  void add(const Destination& destination) {
    fmt::format_to(std::back_inserter(out_), "  place {} {}", destination.anchor,
                   shown(destination.place));
    if (!destination.title.empty()) {
      fmt::format_to(std::back_inserter(out_), " bookmark {} \"{}\"", destination.level,
                     destination.title);
    }
    out_ += '\n';
  }

  void add(const GlyphRun& run) {
    fmt::format_to(std::back_inserter(out_), "  text {} {} {} {} {} \"", shown(run.mark),
                   shown(run.origin), run.face->postscript_name(), in_points(run.size),
                   to_string(run.colour));
    for (const Piece& piece : run.pieces) out_ += piece.word->text;
    out_ += "\"\n";
  }

  void add(const Path& path) {
    fmt::format_to(std::back_inserter(out_), "  path {} {}", shown(path.mark), shown(path.steps));
    if (path.fill) out_ += " fill " + to_string(*path.fill);
    if (path.stroke) {
      out_ += fmt::format(" stroke {} {}", to_string(*path.stroke), in_points(path.stroke_width));
    }
    out_ += '\n';
  }

  void add(const Image& image) {
    fmt::format_to(std::back_inserter(out_), "  image {} {}x{} at {}\n", shown(image.mark),
                   image.picture->width, image.picture->height, shown(image.area));
  }

  void add(const LinkArea& link) {
    fmt::format_to(std::back_inserter(out_), "  link #{} {} to {} \"{}\"\n", link.structure,
                   shown(link.area), link.target, link.description);
  }

  std::string out_;
};

}  // namespace

std::string dump(const CollectingSink& pages) {
  Dumper dumper;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    dumper.add(pages.pages[i]);
    if (i < pages.furnitures.size()) dumper.add(pages.furnitures[i]);
  }
  return dumper.take();
}

}  // namespace sheaf::page
