#include <fmt/format.h>

#include <algorithm>

#include "document/binder.hpp"
#include "model/text_place.hpp"

namespace sheaf::document {
namespace {

using model::Node;
using model::TypeKind;

constexpr std::size_t kMostFilled = 4 << 20;  // bytes that placeholders may put into one build
constexpr std::size_t kMostSlips = 20;  // that are told of one text; each walks it to its place

bool is_lone(const Node& node) {
  const auto first = find_placeholder(node.text, 0);
  return first && first->begin == 0 && first->end() == node.text.size();
}

/// Prose is set in house style; all else is typed further on, and wants the canonical form.
TextStyle style_for(const Node& node, TypeKind kind) {
  const bool prose = kind == TypeKind::Text || (kind == TypeKind::Timing && !is_lone(node));
  return prose ? TextStyle::House : TextStyle::Canonical;
}

/// For a bracket or a full stop that is missing, the placeholder as it should be.
std::string placeholder_help(std::string_view written) {
  const auto last = written.find_last_not_of(')');
  const std::string_view inside =
      last == written.npos || last < 2 ? std::string_view() : written.substr(2, last - 1);
  std::string dotted(inside);
  std::ranges::replace(dotted, ' ', '.');
  const std::string closed = fmt::format("(({}))", inside),
                    with_stop = fmt::format("(({}))", dotted);
  for (const std::string& meant : {closed, with_stop}) {
    const auto found = find_placeholder(meant, 0);
    if (meant != written && found && found->is_valid()) return fmt::format("Write {}", meant);
  }
  return "Write ((meeting.date)) or ((meeting.date as month)); to print brackets, put a space "
         "between them";
}

}  // namespace

SourceId Binder::place_of(const Node& node, const Placeholder& placeholder) const {
  return model::place_in_text(world_.sources, node.source, node.layout, node.text,
                              placeholder.begin);
}

/// What the placeholder names, or null: then that was reported.
const model::Value* Binder::named_value(const Node& node, const Placeholder& placeholder) {
  if (!placeholder.is_valid()) {
    diagnostics_.error("bad-placeholder", place_of(node, placeholder),
                       fmt::format("\"{}\" is no placeholder", placeholder.written),
                       placeholder_help(placeholder.written));
    return nullptr;
  }
  const Names::Answer answer = names_.find(placeholder.path, *this);
  if (!answer.value) {
    names_.explain(placeholder.path, answer.outcome, place_of(node, placeholder));
  }
  return answer.value;
}

std::optional<std::string> Binder::placeholder_text(const Node& node,
                                                    const Placeholder& placeholder,
                                                    TextStyle style) {
  const model::Value* value = named_value(node, placeholder);
  if (!value) return {};
  auto text = value_text(*value, placeholder.format, style);
  if (text) return std::move(*text);
  diagnostics_.error("wrong-format", place_of(node, placeholder),
                     fmt::format("`{}` {}", placeholder.path, text.error().message),
                     text.error().help);
  return {};
}

/// Whether `more` bytes may follow `length` others in one text, and all those before in this build.
bool Binder::has_room(const Node& node, const Placeholder& placeholder, std::size_t length,
                      std::size_t more) {
  const bool was_told = filled_ > kMostFilled;
  filled_ += more;
  const bool fits = length + more <= kLongestText;
  if (fits && filled_ <= kMostFilled) return true;
  if (was_told) return false;
  diagnostics_.error(
      "text-too-long", place_of(node, placeholder),
      fits ? fmt::format("Placeholders put more than {} MB into this report", kMostFilled >> 20)
           : fmt::format("With `{}` in it, this text is longer than {} MB", placeholder.path,
                         kLongestText >> 20),
      "Use long values in fewer places, and values made of values less often");
  return false;
}

/// The text with all its placeholders filled in; those that cannot be are reported.
std::optional<std::string> Binder::substitute(const Node& node, TextStyle style) {
  std::string out;
  std::size_t done = 0, slips = 0;
  for (auto found = find_placeholder(node.text, 0); found && slips < kMostSlips;
       found = find_placeholder(node.text, done)) {
    out += node.text.substr(done, found->begin - done);
    done = found->end();
    const auto text = placeholder_text(node, *found, style);
    if (!text) {
      ++slips;
    } else if (has_room(node, *found, out.size(), text->size())) {
      out += *text;
    } else {
      return {};
    }
  }
  out += node.text.substr(done);
  return slips == 0 ? std::optional(std::move(out)) : std::nullopt;
}

/// Markdown keeps its text: compose puts the values in when the markup has been read, so that a
/// value can never become markup.
bool Binder::replace_in_markdown(const Node& node, std::vector<model::Replacement>& replacements) {
  std::size_t slips = 0, length = node.text.size();
  for (auto found = find_placeholder(node.text, 0); found && slips < kMostSlips;
       found = find_placeholder(node.text, found->end())) {
    auto text = placeholder_text(node, *found, TextStyle::House);
    if (!text) {
      ++slips;
      continue;
    }
    if (!has_room(node, *found, length, text->size())) return false;
    length += text->size();
    const bool known = std::ranges::find(replacements, found->written,
                                         &model::Replacement::placeholder) != replacements.end();
    if (known) continue;
    auto canonical = placeholder_text(node, *found, TextStyle::Canonical);
    replacements.push_back(
        {std::string(found->written), std::move(*text), std::move(canonical).value_or("")});
  }
  return slips == 0;
}

/// `{{meeting.board}}`, as other programs write it.
void Binder::tell_braces(const Node& node) {
  std::size_t at = node.text.find("{{");
  for (std::size_t told = 0; at != node.text.npos && told < kMostSlips; ++told) {
    const auto end = node.text.find("}}", at);
    if (end == node.text.npos) return;
    const std::string written = node.text.substr(at, end + 2 - at);
    const std::string meant = fmt::format("(({}))", written.substr(2, written.size() - 4));
    const auto found = find_placeholder(meant, 0);
    if (found && found->is_valid() && names_.find(found->path, *this).value) {
      const SourceId place = place_of(node, {at, written, {}, {}});
      diagnostics_
          .warning(
              "curly-placeholder", place,
              fmt::format("{} is printed as it stands: placeholders have round brackets", written),
              fmt::format("Write {}", meant))
          .fixes = {{place, written, meant}};
    }
    at = node.text.find("{{", end);
  }
}

std::optional<Node> Binder::resolve(const Node& node, const model::Type& type,
                                    std::vector<model::Replacement>& replacements) {
  tell_braces(node);
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
