#include <fmt/format.h>

#include <algorithm>

#include "document/binder.hpp"
#include "model/text_place.hpp"

namespace sheaf::document {
namespace {

using model::Node;
using model::TypeKind;

bool is_lone(const Node& node) {
  const auto first = find_placeholder(node.text, 0);
  return first && first->begin == 0 && first->end() == node.text.size();
}

/// Prose is set in house style; all else is typed further on, and wants the canonical form.
TextStyle style_for(const Node& node, TypeKind kind) {
  const bool prose = kind == TypeKind::Text || (kind == TypeKind::Timing && !is_lone(node));
  return prose ? TextStyle::House : TextStyle::Canonical;
}

}  // namespace

SourceId Binder::place_of(const Node& node, const Placeholder& placeholder) const {
  return model::place_in_text(world_.sources, node.source, node.layout, node.text,
                              placeholder.begin);
}

std::optional<std::string> Binder::placeholder_text(const Placeholder& placeholder, SourceId place,
                                                    TextStyle style) {
  if (!placeholder.is_valid()) {
    diagnostics_.error("bad-placeholder", place,
                       fmt::format("\"{}\" is no placeholder", placeholder.written),
                       "Write ((meeting.date)) or ((meeting.date as month)); to print brackets, "
                       "put a space between them");
    return {};
  }
  const Names::Answer answer = names_.find(placeholder.path, *this);
  if (!answer.value) {
    names_.explain(placeholder.path, answer.outcome, place);
    return {};
  }
  auto text = value_text(*answer.value, placeholder.format, style);
  if (text) return std::move(*text);
  diagnostics_.error("wrong-format", place,
                     fmt::format("`{}` {}", placeholder.path, text.error().message),
                     text.error().help);
  return {};
}

/// The text with all its placeholders filled in; every one that cannot be is reported.
std::optional<std::string> Binder::substitute(const Node& node, TextStyle style) {
  std::string out;
  std::size_t done = 0;
  bool complete = true;
  while (const auto found = find_placeholder(node.text, done)) {
    out += node.text.substr(done, found->begin - done);
    done = found->end();
    const auto text = placeholder_text(*found, place_of(node, *found), style);
    complete = complete && text;
    if (text) out += *text;
  }
  out += node.text.substr(done);
  return complete ? std::optional(std::move(out)) : std::nullopt;
}

/// Markdown keeps its text: compose puts the values in when the markup has been read, so that a
/// value can never become markup.
bool Binder::replace_in_markdown(const Node& node, std::vector<model::Replacement>& replacements) {
  bool complete = true;
  for (std::size_t done = 0; const auto found = find_placeholder(node.text, done);) {
    done = found->end();
    auto text = placeholder_text(*found, place_of(node, *found), TextStyle::House);
    complete = complete && text;
    const bool known = std::ranges::find(replacements, found->written,
                                         &model::Replacement::placeholder) != replacements.end();
    if (text && !known) replacements.push_back({std::string(found->written), std::move(*text)});
  }
  return complete;
}

std::optional<Node> Binder::resolve(const Node& node, const model::Type& type,
                                    std::vector<model::Replacement>& replacements) {
  const bool markdown = type.kind == TypeKind::Markdown;
  auto text = markdown ? std::optional(node.text) : substitute(node, style_for(node, type.kind));
  if (markdown && !replace_in_markdown(node, replacements)) text.reset();
  incomplete_ = incomplete_ || !text;
  if (!text) return {};
  Node filled = node;
  filled.text = std::move(*text);
  return filled;
}

}  // namespace sheaf::document
