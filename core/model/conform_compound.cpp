#include <fmt/format.h>

#include <algorithm>

#include "model/builtin_types.hpp"
#include "model/conformer.hpp"
#include "model/literal.hpp"

namespace sheaf::model {
/// Absent when a required field is; that was reported.
Value Conformer::compound(const Node& map, const Type& type, ValueKind kind, const Trail& at) {
  Value made = record_fields(map, type, at);
  const bool whole = std::ranges::all_of(type.fields, [&](const Field& field) {
    return !field.required || made.find(field.name) != nullptr;
  });
  made.kind = whole ? kind : ValueKind::Absent;
  return made;
}

Value Conformer::person(const Node& node, const Type& type, const Trail& at) {
  if (node.kind == NodeKind::Map) return compound(node, person_type(), ValueKind::Person, at);
  if (!node.is_text()) return wrong_type(node, type, at);
  const Value key = scalar(node, Type{}, at);
  if (key.is_absent()) return {};
  Node resolved = node;
  resolved.text = key.text;
  auto found = hooks_.find_person(resolved);
  return found ? std::move(*found) : refused(node, at);
}

Value Conformer::link(const Node& node, const Type& type, const Trail& at) {
  if (node.is_text()) {  // an address that is its own text
    return link(map_of({{"text", node.source, node}, {"to", node.source, node}}, node), type, at);
  }
  if (node.kind != NodeKind::Map) return wrong_type(node, type, at);
  return link_target(compound(node, link_type(), ValueKind::Link, at), at);
}

Value Conformer::link_target(Value link, const Trail& at) {
  if (link.is_absent()) return {};
  Value& to = std::ranges::find(link.members, "to", &NamedValue::name)->value;
  auto target = parse_link_target(to.text);
  if (!target) {
    diagnostics_.error("bad-link", to.source,
                       fmt::format("{} leads to \"{}\", which is no address", at.text(), to.text),
                       "Write https://…, www.…, mailto:… or # and the id of a section");
    return {};
  }
  to.text = std::move(*target);
  return link;
}

Value Conformer::image(const Node& node, const Type& type, const Trail& at) {
  if (node.is_text()) return image(map_of({{"file", node.source, node}}, node), type, at);
  if (node.kind != NodeKind::Map) return wrong_type(node, type, at);
  Value image = compound(node, image_type(), ValueKind::Image, at);
  const bool described = has_one_alternative(image, at);
  if (image.is_absent()) return {};
  const Value& file = *image.find("file");
  const auto asset = hooks_.read_image(text_node(file.text, file.source));
  if (!asset) return refused(node, at);
  if (!described) return {};
  image.asset = *asset;
  return image;
}

/// WCAG 2.2, 1.1.1: an image says in words what it shows, or says that it shows nothing.
bool Conformer::has_one_alternative(const Value& image, const Trail& at) {
  const Value* alt = image.find("alt");
  const Value* decorative = image.find("decorative");
  const bool has_alt = alt && !is_blank(alt->text);
  const bool is_decorative = decorative && decorative->whole != 0;
  if (has_alt != is_decorative) return true;
  const std::string_view problem = has_alt ? "is decorative, yet has an alternative text"
                                           : "is an image without alternative text";
  diagnostics_.error(has_alt ? "decorative-with-alt" : "missing-alt", image.source,
                     fmt::format("{} {}", at.text(), problem),
                     has_alt ? "Take out `alt:` or `decorative:`"
                             : "Add `alt:` with what the image shows, or `decorative: yes`");
  return false;
}

}  // namespace sheaf::model
