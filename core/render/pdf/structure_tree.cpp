#include "render/pdf/structure_tree.hpp"

#include <algorithm>
#include <array>

#include "render/pdf/syntax.hpp"

namespace sheaf::render::pdf {

using namespace std::string_view_literals;  // a plain literal would be measured each time

namespace {

using model::ElementKind;

constexpr std::uint32_t kNoPage = 0xFFFFFFFF;
constexpr std::size_t kBytesOfElement = 80;  // in written form, mostly

void append_reference(std::string& out, std::uint32_t number) {
  append_integer(out, number);
  out += " 0 R"sv;
}

/// Table cells are written even when they are empty, or rows would differ in length (ISO 14289-1,
/// 7.2).
bool is_cell(ElementKind kind) {
  return kind == ElementKind::HeaderCell || kind == ElementKind::Cell;
}

std::string_view list_numbering(const model::Element& element) {
  switch (element.kind) {
    case ElementKind::List: return element.ordered ? "Decimal" : "Disc";
    case ElementKind::Facts:
    case ElementKind::Metrics:
    case ElementKind::Pictograms: return "None";  // labels are any text (table 347)
    default: return {};
  }
}

std::string_view scope_name(model::Scope scope) {
  return scope == model::Scope::Row ? "Row" : "Column";
}

}  // namespace

std::string_view structure_type(const model::Element& element) {
  static constexpr std::array<std::string_view, 6> kHeadings = {"H1", "H2", "H3", "H4", "H5", "H6"};
  switch (element.kind) {
    case ElementKind::Document: return "Document";
    case ElementKind::Section: return "Sect";
    case ElementKind::Heading: return kHeadings[std::clamp<int>(element.level, 1, 6) - 1];
    case ElementKind::Paragraph: return "P";
    case ElementKind::List:
    case ElementKind::Facts:
    case ElementKind::Metrics:
    case ElementKind::Pictograms: return "L";
    case ElementKind::Item:
    case ElementKind::Fact:
    case ElementKind::Metric:
    case ElementKind::Pictogram: return "LI";
    case ElementKind::Label: return "Lbl";
    case ElementKind::Body: return "LBody";
    case ElementKind::Table: return "Table";
    case ElementKind::Caption: return "Caption";
    case ElementKind::TableHead: return "THead";
    case ElementKind::TableBody: return "TBody";
    case ElementKind::Row: return "TR";
    case ElementKind::HeaderCell: return "TH";
    case ElementKind::Cell: return "TD";
    case ElementKind::Figure: return "Figure";
    case ElementKind::Callout: return "Div";
    case ElementKind::Quote: return "BlockQuote";
    case ElementKind::Link: return "Link";
    case ElementKind::Span: break;
  }
  return "Span";
}

/// Kid 0 is the end of every list.
StructureTree::StructureTree(const model::Document& document, ObjectStore& objects)
    : document_(document),
      objects_(objects),
      nodes_(document.elements.size()),
      kids_(1, Kid{KidKind::Content, 0, 0}) {}

int StructureTree::begin_page(Object page, Length height) {
  pages_.push_back({page, height});
  page_key_ = keys_.size();
  keys_.push_back({static_cast<std::uint32_t>(owners_.size())});
  return static_cast<int>(page_key_);
}

void StructureTree::append(std::uint32_t element, Kid kid) {
  const auto at = static_cast<std::uint32_t>(kids_.size());
  kids_.push_back(kid);
  Node& node = nodes_[element];
  (node.first == 0 ? node.first : kids_[node.last].next) = at;
  node.last = at;
  place(element);
}

/// Inline elements stand among their block's content, where their own content first appears.
void StructureTree::place(std::uint32_t element) {
  const model::Element& inner = document_.elements[element];
  if (nodes_[element].placed || !model::is_inline(inner.kind)) return;
  nodes_[element].placed = true;
  append(static_cast<std::uint32_t>(inner.parent), {KidKind::Element, kNoPage, element});
}

int StructureTree::add_content(std::uint32_t element) {
  const auto id = keys_[page_key_].count++;
  owners_.push_back(element);
  append(element, {KidKind::Content, static_cast<std::uint32_t>(pages_.size() - 1), id});
  return static_cast<int>(id);
}

int StructureTree::add_annotation(std::uint32_t element, Object annotation) {
  keys_.push_back({element, 1, true});
  append(element,
         {KidKind::Annotation, static_cast<std::uint32_t>(pages_.size() - 1), annotation.number()});
  return static_cast<int>(keys_.size() - 1);
}

void StructureTree::add_area(std::uint32_t element, const Rect& area) {
  if (document_.elements[element].kind != ElementKind::Figure) return;
  const auto page = static_cast<std::uint32_t>(pages_.size() - 1);
  const auto [at, fresh] = areas_.try_emplace(element, Area{page, area});
  if (fresh || at->second.page != page) return;
  Rect& box = at->second.box;
  const Point corner{std::max(box.right(), area.right()), std::max(box.bottom(), area.bottom())};
  box.origin = {std::min(box.left(), area.left()), std::min(box.top(), area.top())};
  box.size = {corner.x - box.origin.x, corner.y - box.origin.y};
}

/// An element is written when it has content or a child that is written. Children follow their
/// parents in the document, so that one walk backwards decides; a second one numbers.
void StructureTree::allot_objects() {
  std::vector<bool> written(nodes_.size());
  for (std::size_t at = nodes_.size(); at-- > 0;) {
    const model::Element& element = document_.elements[at];
    written[at] = written[at] || nodes_[at].first != 0 || is_cell(element.kind);
    const auto parent = static_cast<std::size_t>(element.parent);
    if (written[at] && parent < written.size()) written[parent] = true;
  }
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    if (written[at]) nodes_[at].object = objects_.add_dictionary();
  }
}

std::uint32_t StructureTree::page_of(std::uint32_t element) const {
  for (auto at = nodes_[element].first; at != 0; at = kids_[at].next) {
    if (kids_[at].kind == KidKind::Content) return kids_[at].page;
  }
  return kNoPage;
}

void StructureTree::append_kid(std::string& out, const Kid& kid, std::uint32_t page) const {
  if (kid.kind == KidKind::Element) {
    return append_reference(out, nodes_[kid.value].object.number());
  }
  if (kid.kind == KidKind::Content && kid.page == page) return append_integer(out, kid.value);
  const bool content = kid.kind == KidKind::Content;
  out += content ? "<</Type/MCR/Pg "sv : "<</Type/OBJR/Pg "sv;
  append_reference(out, pages_[kid.page].object.number());
  out += content ? "/MCID "sv : "/Obj "sv;
  content ? append_integer(out, kid.value) : append_reference(out, kid.value);
  out += ">>"sv;
}

/// Content and inline elements in content order, then blocks in the order of the tree.
void StructureTree::append_kids(std::string& out, std::uint32_t element, std::uint32_t page) const {
  out += "/K["sv;
  for (auto at = nodes_[element].first; at != 0; at = kids_[at].next) {
    append_kid(out, kids_[at], page);
    out += ' ';
  }
  for (const model::StructureId child : document_.elements[element].children) {
    const Node& node = nodes_[static_cast<std::size_t>(child)];
    if (node.placed || !node.object) continue;
    append_reference(out, node.object.number());
    out += ' ';
  }
  out += "]\n"sv;
}

void StructureTree::append_attributes(std::string& out, std::uint32_t element) const {
  const model::Element& meant = document_.elements[element];
  const auto numbering = list_numbering(meant);
  const auto area = areas_.find(element);
  const bool turns = turns_direction(element);
  if (meant.kind != ElementKind::HeaderCell && numbering.empty() && area == areas_.end() &&
      !turns) {
    return;
  }
  out += "/A["sv;
  if (meant.kind == ElementKind::HeaderCell) {
    out.append("<</O/Table/Scope/"sv).append(scope_name(meant.scope)).append(">>"sv);
  }
  if (!numbering.empty()) out.append("<</O/List/ListNumbering/"sv).append(numbering).append(">>"sv);
  if (area != areas_.end()) append_area(out, area->second);
  if (turns) {
    const bool is_right = directions_[element] == Direction::RightToLeft;
    out.append("<</O/Layout/WritingMode/"sv).append(is_right ? "RlTb"sv : "LrTb"sv).append(">>"sv);
  }
  out += "]\n"sv;
}

void StructureTree::append_area(std::string& out, const Area& area) const {
  const Length height = pages_[area.page].height;
  const Rect& box = area.box;
  out += "<</O/Layout/Placement/Block/BBox["sv;
  for (const Length side : {box.left(), height - box.bottom(), box.right(), height - box.top()}) {
    append_points(out, side);
    out += ' ';
  }
  out += "]>>"sv;
}

/// A block runs as the first text in it does, bullets apart: so does layout place columns and
/// labels. Children follow their parents in the document, so that one walk backwards sees first
/// texts last.
void StructureTree::find_directions() {
  const auto& elements = document_.elements;
  directions_.assign(elements.size(), Direction::Inherited);
  for (std::size_t at = elements.size(); at-- > 0;) {
    const model::Element& element = elements[at];
    if (model::holds_text(element.kind)) {
      directions_[at] = element.right_to_left ? Direction::RightToLeft : Direction::LeftToRight;
    }
    const auto parent = static_cast<std::size_t>(element.parent);
    if (parent >= at || directions_[at] == Direction::Inherited) continue;
    const model::Element& outer = elements[parent];
    const bool is_bullet = element.kind == ElementKind::Label && outer.kind == ElementKind::Item;
    if (!is_bullet && !model::holds_text(outer.kind)) directions_[parent] = directions_[at];
  }
}

/// Inherited, so that it is said where it changes (14.8.5.2); above the root it is left to right.
bool StructureTree::turns_direction(std::uint32_t element) const {
  if (directions_[element] == Direction::Inherited) return false;
  const auto parent = static_cast<std::size_t>(document_.elements[element].parent);
  const bool is_root = parent >= directions_.size();
  return directions_[element] != (is_root ? Direction::LeftToRight : directions_[parent]);
}

void StructureTree::append_element(std::string& out, std::uint32_t element) const {
  const model::Element& meant = document_.elements[element];
  const std::uint32_t page = page_of(element);
  out.append("/Type/StructElem/S/"sv).append(structure_type(meant)).append("/P "sv);
  const bool is_root = meant.parent == model::StructureId::None;
  const Node* parent = is_root ? nullptr : &nodes_[static_cast<std::size_t>(meant.parent)];
  append_reference(out, parent == nullptr ? root_.number() : parent->object.number());
  if (page != kNoPage) append_reference(out += "/Pg "sv, pages_[page].object.number());
  append_kids(out, element, page);
  append_attributes(out, element);
  if (!meant.language.empty()) append_text_string(out += "/Lang"sv, meant.language);
  if (!meant.alt.empty()) {
    append_text_string(out += meant.kind == ElementKind::Figure ? "/Alt" : "/E", meant.alt);
  }
}

/// All in one text, which the objects borrow once it has ceased to move.
void StructureTree::write_elements() {
  std::vector<std::size_t> ends;
  ends.reserve(nodes_.size());
  elements_.reserve(kBytesOfElement * nodes_.size());
  for (std::uint32_t at = 0; at < nodes_.size(); ++at) {
    if (nodes_[at].object) append_element(elements_, at);
    ends.push_back(elements_.size());
  }
  const std::string_view written = elements_;
  for (std::size_t at = 0, begin = 0; at < nodes_.size(); begin = ends[at++]) {
    if (begin < ends[at]) nodes_[at].object.lend(written.substr(begin, ends[at] - begin));
  }
}

/// Keys were dealt in order, so the tree is one sorted leaf (7.9.7).
std::string StructureTree::parent_tree() const {
  std::string out = "/Nums[";
  for (std::size_t key = 0; key < keys_.size(); ++key) {
    const ParentKey& entry = keys_[key];
    append_integer(out, static_cast<std::int64_t>(key));
    out += ' ';
    if (entry.annotation) {
      append_reference(out, nodes_[entry.first].object.number());
      out += '\n';
      continue;
    }
    out += '[';
    for (std::uint32_t at = entry.first; at < entry.first + entry.count; ++at) {
      append_reference(out, nodes_[owners_[at]].object.number());
      out += ' ';
    }
    out += "]\n"sv;
  }
  return out += "]\n"sv;
}

Object StructureTree::write() {
  root_ = objects_.add_dictionary();
  allot_objects();
  find_directions();
  write_elements();
  root_.name("Type", "StructTreeRoot")
      .integer("ParentTreeNextKey", static_cast<std::int64_t>(keys_.size()))
      .reference("ParentTree", objects_.add_dictionary().raw(parent_tree()));
  if (!nodes_.empty()) root_.reference("K", nodes_.front().object);
  return root_;
}

}  // namespace sheaf::render::pdf
