#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_distance.hpp"
#include "base/utf8.hpp"
#include "model/conformer.hpp"

namespace sheaf::model {
namespace {

constexpr std::size_t kLongestExcerpt = 40;

std::string excerpt(std::string_view text) {
  std::size_t end = text.find('\n');
  end = std::min(end, text.size());
  for (std::size_t at = 0, count = 0; at < end; at += decode(text, at).bytes) {
    if (++count > kLongestExcerpt) end = at;
  }
  return fmt::format("\"{}{}\"", text.substr(0, end), end < text.size() ? "…" : "");
}

std::string expected(const Type& type) {
  if (type.kind == TypeKind::Choice) return fmt::format("one of {}", fmt::join(type.choices, ", "));
  return std::string(name_of(type.kind == TypeKind::Any ? TypeKind::Text : type.kind));
}

std::string text_help(const Node& node) {
  if (node.kind == NodeKind::Map && node.members.size() == 1) {
    return "A colon and a space make a map: put text that has them in quotes";
  }
  return "Put text that begins with [, { or - in quotes";
}

std::string yes_no_help(const Node& node) {
  if (node.text == "on" || node.text == "On") return "Write yes";
  if (node.text == "off" || node.text == "Off") return "Write no";
  return "Write yes or no";
}

std::string record_help(const Type& type) {
  std::vector<std::string_view> names;
  for (const Field& field : type.fields) names.push_back(field.name);
  return fmt::format("Write each on a line of its own as `name: value`; known here: {}",
                     fmt::join(names, ", "));
}

std::string keyed_choice_help(const Type& type) {
  return fmt::format("Write `- {}: …`; known here: {}",
                     type.choices.empty() ? "key" : type.choices[0], fmt::join(type.choices, ", "));
}

std::string help_for(const Node& node, const Type& type) {
  switch (type.kind) {
    case TypeKind::Any:
    case TypeKind::Text:
    case TypeKind::Markdown: return text_help(node);
    case TypeKind::Whole: return "Write digits only, such as 12";
    case TypeKind::Decimal: return "Write a number such as 12 or 12.5, without words or signs";
    case TypeKind::Money: return "Write pounds, or pounds and pence, such as 1250 or 12.50";
    case TypeKind::YesNo: return yes_no_help(node);
    case TypeKind::Day: return "Write year, month and day, such as 2020-11-25";
    case TypeKind::PartialDate: return "Write 2020-11-25, 2020-11 or 2020";
    case TypeKind::Timing: return "Write 2020-11-25, 2020-11 or 2020, or words such as imminently";
    case TypeKind::Person: return "Write a key of `people`, or { name: …, post: … }";
    case TypeKind::Link: return "Write { text: What it leads to, to: www.… }";
    case TypeKind::Image: return "Write { file: picture.png, alt: What it shows }";
    case TypeKind::List: return "Begin each entry with `- `, on a line of its own";
    case TypeKind::Rows: return "Write a list, or { data: name } to take the rows of a file";
    case TypeKind::KeyedChoice: return keyed_choice_help(type);
    case TypeKind::Record: return record_help(type);
    case TypeKind::Choice: return offer(node.text, {type.choices.begin(), type.choices.end()});
  }
  return {};
}

bool is_textual(TypeKind kind) {
  return kind == TypeKind::Text || kind == TypeKind::Markdown || kind == TypeKind::Any;
}

}  // namespace

std::string Trail::text() const {
  std::string before = parent ? parent->text() : std::string();
  if (entry > 0) return fmt::format("{}[{}]", before, entry);
  if (!before.empty() && !name.empty()) before += '.';
  return before += name;
}

std::string shown(const Node& node) {
  return node.is_text() ? excerpt(node.text) : std::string(name_of(node.kind));
}

std::string offer(std::string_view typed, const std::vector<std::string_view>& known) {
  if (const auto near = nearest(typed, known)) return fmt::format("Did you mean `{}`?", *near);
  return known.empty() ? std::string() : fmt::format("Known here: {}", fmt::join(known, ", "));
}

Value Conformer::empty(const Node& node, const Type& type, const Trail& at) {
  diagnostics_.error("empty-value", node.source, fmt::format("{} is empty", at.text()),
                     is_textual(type.kind)
                         ? "Give a text; one that begins with # needs quotes, as # begins a comment"
                         : fmt::format("Give {}, or take the line out", expected(type)));
  return {};
}

Value Conformer::wrong_type(const Node& node, const Type& type, const Trail& at) {
  return wrong_type(node, type, at, help_for(node, type));
}

Value Conformer::wrong_type(const Node& node, const Type& type, const Trail& at, std::string help) {
  diagnostics_.error("wrong-type", node.source,
                     fmt::format("{} should be {}, not {}", at.text(), expected(type), shown(node)),
                     std::move(help));
  return {};
}

Value Conformer::refused(const Node& node, const Trail& at) {
  if (hooks_.reach_outside()) return {};
  diagnostics_.error("not-here", node.source,
                     fmt::format("{} cannot name a file, data or a person", at.text()),
                     "Write the value itself");
  return {};
}

}  // namespace sheaf::model
