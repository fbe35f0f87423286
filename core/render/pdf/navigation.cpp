#include "render/pdf/navigation.hpp"

#include <utility>

#include <fmt/format.h>

#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {
namespace {

std::string rectangle(const Rect& area, Length page_height) {
  std::string out = "/Rect[";
  for (const Length side :
       {area.left(), page_height - area.bottom(), area.right(), page_height - area.top()}) {
    append_points(out, side);
    out += ' ';
  }
  return out += "]\n";
}

/// URIs are ASCII (RFC 3986): other bytes and blanks are percent-encoded.
std::string uri(std::string_view target) {
  std::string out;
  for (const unsigned char byte : target) {
    if (byte > ' ' && byte < 0x7F) {
      out += static_cast<char>(byte);
    } else {
      out += fmt::format("%{:02X}", byte);
    }
  }
  return out;
}

std::string action(std::string_view target) {
  const bool inside = target.starts_with('#');
  std::string out = inside ? "/A<</S/GoTo/D" : "/A<</S/URI/URI";
  append_byte_string(out, inside ? std::string(target.substr(1)) : uri(target));
  return out += ">>\n";
}

/// An outline item and its place among the others; 0 is the outline itself.
struct OutlineNode {
  std::size_t parent = 0, first = 0, last = 0, previous = 0, next = 0;
  int descendants = 0;
};

void hang(std::vector<OutlineNode>& nodes, std::size_t at, std::size_t parent) {
  nodes[at].parent = parent;
  nodes[at].previous = nodes[parent].last;
  if (nodes[parent].last != 0) nodes[nodes[parent].last].next = at;
  if (nodes[parent].first == 0) nodes[parent].first = at;
  nodes[parent].last = at;
  for (std::size_t up = parent;; up = nodes[up].parent) {
    ++nodes[up].descendants;
    if (up == 0) return;
  }
}

}  // namespace

/// A link over several lines has an area on each, one after the other.
void Navigation::remember(InnerLink link) {
  if (inner_links_.empty() || inner_links_.back() != link) inner_links_.push_back(std::move(link));
}

Object Navigation::add_link(const page::LinkArea& link, Length page_height, SourceId source) {
  if (link.target.starts_with('#')) remember({link.target.substr(1), source});
  constexpr int kPrint = 4;
  return objects_.add_dictionary()
      .name("Type", "Annot")
      .name("Subtype", "Link")
      .integer("F", kPrint)
      .text("Contents", link.description.empty() ? link.target : link.description)
      .raw("/Border[0 0 0]\n" + rectangle(link.area, page_height) + action(link.target));
}

void Navigation::add(const page::Destination& destination, const Object& page, Length page_height) {
  std::string place = "[" + page.reference() + "/XYZ ";
  append_points(place, destination.place.x);
  place += ' ';
  append_points(place, page_height - destination.place.y);
  place += " null]";
  if (!destination.title.empty()) {
    bookmarks_.push_back({destination.title, place, destination.level});
  }
  if (!destination.anchor.empty()) places_.try_emplace(destination.anchor, std::move(place));
}

/// A link that leads nowhere would still be announced by screen readers.
void Navigation::check_links(Diagnostics& diagnostics) const {
  for (const auto& [anchor, source] : inner_links_) {
    if (places_.contains(anchor)) continue;
    diagnostics.warning("link-target-missing", source,
                        fmt::format("The link to \"#{}\" leads nowhere", anchor),
                        "Link to a heading of this report");
  }
}

Object Navigation::write_names() {
  if (places_.empty()) return {};
  std::string out = "/Names[";
  for (const auto& [anchor, place] : places_) {
    append_byte_string(out, anchor);
    out.append(place).append("\n");
  }
  Object tree = objects_.add_dictionary().raw(out += "]\n");
  return objects_.add_dictionary().reference("Dests", tree);
}

Object Navigation::write_outline() {
  if (bookmarks_.empty()) return {};
  std::vector<OutlineNode> nodes(bookmarks_.size() + 1);
  const auto level = [&](std::size_t node) { return node == 0 ? 0 : bookmarks_[node - 1].level; };
  for (std::size_t at = 1; at < nodes.size(); ++at) {
    std::size_t parent = at - 1;
    while (parent != 0 && level(parent) >= level(at)) parent = nodes[parent].parent;
    hang(nodes, at, parent);
  }
  std::vector<Object> items;
  for (std::size_t at = 0; at < nodes.size(); ++at) items.push_back(objects_.add_dictionary());
  items[0].name("Type", "Outlines");
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    const OutlineNode& node = nodes[at];
    if (node.first != 0) items[at].reference("First", items[node.first]);
    if (node.last != 0) items[at].reference("Last", items[node.last]);
    if (node.descendants != 0) items[at].integer("Count", node.descendants);
    if (at == 0) continue;
    items[at].text("Title", bookmarks_[at - 1].title).reference("Parent", items[node.parent]);
    if (node.previous != 0) items[at].reference("Prev", items[node.previous]);
    if (node.next != 0) items[at].reference("Next", items[node.next]);
    items[at].raw("/Dest" + bookmarks_[at - 1].place + "\n");
  }
  return items[0];
}

}  // namespace sheaf::render::pdf
