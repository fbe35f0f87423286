#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "base/text_distance.hpp"
#include "base/utf8.hpp"
#include "model/conformer.hpp"
#include "model/file_name.hpp"
#include "model/foreign_date.hpp"
#include "model/literal.hpp"

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

/// ",", ";", tab: a choice that is a sign would be lost among commas.
std::string choices_of(const Type& type) {
  std::string all;
  for (const std::string& choice : type.choices) {
    const bool is_sign = choice.find_first_of(",;") != choice.npos;
    all +=
        fmt::format(fmt::runtime(is_sign ? "{}\"{}\"" : "{}{}"), all.empty() ? "" : ", ", choice);
  }
  return all;
}

std::string expected(const Type& type) {
  if (type.kind == TypeKind::Choice) return fmt::format("one of {}", choices_of(type));
  return std::string(name_of(type.kind == TypeKind::Any ? TypeKind::Text : type.kind));
}

std::optional<FileName> named_file(const Member& only) {
  const auto file = only.value.is_text() ? find_file_name(only.value.text) : std::nullopt;
  return file && file->is_of_text ? file : std::nullopt;
}

std::string text_help(const Node& node) {
  if (node.kind == NodeKind::Map && node.members.size() == 1) {
    if (const auto file = named_file(node.members[0]))
      return fmt::format("Did you mean {{ file: {} }}?", file->name);
    return "A colon and a space make a map: put text that has them in quotes";
  }
  return "Put text that begins with [, { or - in quotes";
}

std::string yes_no_help(const Node& node) {
  if (same_letters(node.text, "on")) return "Write yes";
  if (same_letters(node.text, "off")) return "Write no";
  const auto near = nearest(node.text, std::array<std::string_view, 2>{"true", "false"});
  return near ? fmt::format("Did you mean `{}`?", *near) : "Write yes or no";
}

std::string record_help(const Type& type) {
  std::vector<std::string_view> names;
  for (const Field& field : type.fields) names.push_back(field.name);
  if (names.empty()) return "Write each on a line of its own as `name: value`";
  return fmt::format("Write each on a line of its own as `name: value`; known here: {}",
                     fmt::join(names, ", "));
}

std::string keyed_choice_help(const Type& type) {
  return fmt::format("Write `- {}: …`; known here: {}",
                     type.choices.empty() ? "key" : type.choices[0], fmt::join(type.choices, ", "));
}

/// The choice that the document prints as was typed: people type what they read.
std::optional<std::string_view> choice_printed_as(std::string_view typed, const Type& type) {
  for (std::size_t i = 0; i < type.labels.size(); ++i) {
    if (same_letters(typed, type.labels[i])) return type.choices[i];
  }
  return {};
}

/// The message has listed the choices.
std::string meant_help(const Node& node, const Type& type) {
  if (const auto choice = choice_printed_as(node.text, type)) {
    return fmt::format("Write `{}`, which the document prints so", *choice);
  }
  const std::vector<std::string_view> known(type.choices.begin(), type.choices.end());
  const auto near = nearest(node.text, known);
  return near ? fmt::format("Did you mean `{}`?", *near) : "Write one of them as it stands there";
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
    case TypeKind::Rows:
    case TypeKind::Table: return "Write a list, or { data: name } to take the rows of a file";
    case TypeKind::KeyedChoice: return keyed_choice_help(type);
    case TypeKind::Record: return record_help(type);
    case TypeKind::Choice: return meant_help(node, type);
  }
  return {};
}

/// A dash of Word's, which looks like a hyphen.
bool has_dash(std::string_view text) {
  return text.find("\u2013") != text.npos || text.find("\u2014") != text.npos;
}

bool is_date(TypeKind kind) {
  return kind == TypeKind::Day || kind == TypeKind::PartialDate || kind == TypeKind::Timing;
}

/// A hashtag as it is listed, if that is all that is wrong.
std::optional<std::string> without_hash(Value value, const Type& type) {
  if (!value.text.starts_with('#')) return {};
  value.text.erase(0, 1);
  if (excess_of(value, type)) return {};
  return std::move(value.text);
}

/// `[One, Two]` for `#One #Two`, typed where a list of words without # is wanted.
std::optional<std::string> list_of_hashtags(const Node& node, const Type& list) {
  if (node.kind != NodeKind::Plain || list.item.at(0).limits.form.empty()) return {};
  std::vector<std::string> tags;
  std::string_view left = node.text;
  while (!left.empty()) {
    const std::string_view word = left.substr(0, left.find(' '));
    auto tag = without_hash(text_value(std::string(word), node.source), list.item.at(0));
    if (!tag) return {};
    tags.push_back(*std::move(tag));
    left.remove_prefix(word.size());
    left.remove_prefix(std::min(left.find_first_not_of(' '), left.size()));
  }
  return fmt::format("[{}]", fmt::join(tags, ", "));
}

/// The only value that a text of the wrong kind can mean, if there is one.
std::optional<std::string> meant_by(const Node& node, const Type& type) {
  if (!node.is_text()) return {};
  if (type.kind == TypeKind::List) return list_of_hashtags(node, type);
  if (type.kind == TypeKind::YesNo && same_letters(node.text, "on")) return "yes";
  if (type.kind == TypeKind::YesNo && same_letters(node.text, "off")) return "no";
  if (type.kind != TypeKind::Choice) return {};
  if (const auto choice = choice_printed_as(node.text, type)) return std::string(*choice);
  const std::vector<std::string_view> known(type.choices.begin(), type.choices.end());
  const auto near = nearest_alone(node.text, known);
  return near ? std::optional<std::string>(*near) : std::nullopt;
}

/// `{ flie: summary.md }`, where a text is wanted.
const Member* misspelt_file(const Node& node, const Type& type) {
  const bool is_text = type.kind == TypeKind::Text || type.kind == TypeKind::Markdown;
  if (!is_text || node.kind != NodeKind::Map || node.members.size() != 1) return nullptr;
  const Member& only = node.members[0];
  const bool is_near = surely_meant(only.key, std::array<std::string_view, 1>{"file"}).has_value();
  return is_near && named_file(only) ? &only : nullptr;
}

std::string range_help(Excess excess, const Type& type) {
  const bool low = excess == Excess::TooLow;
  switch (type.kind) {
    case TypeKind::Text: return low ? "Write more" : "Write less";
    case TypeKind::List:
    case TypeKind::Rows: return low ? "Add entries" : "Take entries out";
    default:
      return fmt::format("The {} is {}", low ? "least" : "most",
                         low ? type.limits.least : type.limits.most);
  }
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

std::string Trail::example() const {
  const Field* field = entry > 0 && parent ? parent->declared : declared;
  if (!field) return {};
  const Json& given = field->example;
  const bool is_list = given.kind == Json::Kind::Array;
  const Json& one = is_list && entry > 0 && !given.items.empty() ? given.items[0] : given;
  const bool is_scalar = one.kind == Json::Kind::String || one.kind == Json::Kind::Number;
  const bool is_short =
      one.text.size() <= kLongestExcerpt && one.text.find('\n') == std::string::npos;
  return is_scalar && is_short ? one.text : std::string();
}

std::string such_as(const Trail& at) {
  const std::string example = at.example();
  return example.empty() ? example : fmt::format(", such as {}", example);
}

std::string shown(const Node& node) {
  return node.is_text() ? excerpt(node.text) : std::string(name_of(node.kind));
}

std::string offer(std::string_view typed, const std::vector<std::string_view>& known) {
  if (const auto near = nearest(typed, known)) return fmt::format("Did you mean `{}`?", *near);
  return known.empty() ? std::string() : fmt::format("Known here: {}", fmt::join(known, ", "));
}

std::vector<Fix> nearest_fix(SourceId at, std::string_view typed,
                             const std::vector<std::string_view>& known) {
  const auto near = nearest_alone(typed, known);
  if (!near) return {};
  return {{at, std::string(typed), std::string(*near)}};
}

std::vector<Fix> slip_fix(SourceId at, std::string_view typed,
                          const std::vector<std::string_view>& known) {
  const auto meant = surely_named(typed, known);
  if (!meant) return {};
  return {{at, std::string(typed), std::string(*meant)}};
}

Fix replacement_of(const Node& typed, std::string replacement) {
  const std::size_t quote = typed.kind == NodeKind::Quoted ? 1 : 0;
  return {typed.source + quote, typed.text, std::move(replacement)};
}

Value Conformer::empty(const Node& node, const Type& type, const Trail& at) {
  diagnostics_.error("empty-value", node.source, fmt::format("{} is empty", at.text()),
                     data_ ? fmt::format("Write {} in this cell of the data", expected(type))
                     : node.kind == NodeKind::Quoted ? "Write the text between the quotes"
                     : is_textual(type.kind)
                         ? "Give a text; one that begins with # needs quotes, as # begins a comment"
                         : fmt::format("Give {}, or take the line out", expected(type)));
  return {};
}

Value Conformer::wrong_type(const Node& node, const Type& type, const Trail& at) {
  if (is_date(type.kind) && node.is_text() && wrong_date(node, type, at)) return {};
  const bool wants_rows = type.kind == TypeKind::Rows || type.kind == TypeKind::Table;
  if (wants_rows && sole_member(node, "file")) {
    return wrong_type(node, type, at, "Name the file under `data:`, and write { data: NAME } here");
  }
  if (type.kind == TypeKind::List) {
    if (const auto tags = meant_by(node, type)) return wrong_type(node, type, at, "Write " + *tags);
  }
  const bool wants_list = type.kind == TypeKind::List || wants_rows;
  if (wants_list && node.kind == NodeKind::Map && !node.members.empty())
    return missing_dash(node.members[0], at);
  if (type.kind == TypeKind::Record && missing_space(node, type)) return {};
  return wrong_type(node, type, at, help_for(node, type));
}

/// `body:One`, where a map is wanted that has a `body`; this is said.
bool Conformer::missing_space(const Node& node, const Type& record) {
  const auto colon = node.text.find(':');
  if (node.kind != NodeKind::Plain || colon == std::string::npos) return false;
  const std::string_view name = std::string_view(node.text).substr(0, colon);
  if (!record.find(name)) return false;
  diagnostics_
      .error("space-after-colon", node.source + colon,
             fmt::format("A space is missing after the colon of `{}`", name),
             "Write the name, a colon, a space, then the value")
      .fixes = {{node.source + colon, ":", ": "}};
  return true;
}

/// `sections:` with the names of its first entry directly below.
Value Conformer::missing_dash(const Member& first, const Trail& at) {
  diagnostics_.error(
      "missing-dash", first.key_source,
      fmt::format("{} should be a list, and its entry does not begin with a dash", at.text()),
      fmt::format("Write `- {}: …`, and indent what belongs to it by two more spaces", first.key));
  return {};
}

/// Dates that are almost right are told apart; false when this is nothing like a date.
bool Conformer::wrong_date(const Node& node, const Type& type, const Trail& at) {
  const std::string plain = with_plain_signs(node.text);
  if (auto why = why_impossible(plain)) {
    diagnostics_.error("impossible-date", node.source,
                       fmt::format("{} is {}, and {}", at.text(), node.text, *why),
                       "Look the date up in a calendar");
    return true;
  }
  const auto meant = parse_foreign_date(plain);
  if (!meant || (type.kind == TypeKind::Day && !meant->date.is_day())) return false;
  const std::string iso = to_iso(meant->date);
  Diagnostic& finding = diagnostics_.error(
      "date-form", node.source,
      fmt::format("{} is a date in another form than 2020-11-25: {}", at.text(), shown(node)),
      meant->other
          ? fmt::format("Write {}, or {} if the month comes first", iso, to_iso(*meant->other))
          : fmt::format("Write {}{}", iso,
                        plain.size() < node.text.size() && has_dash(node.text)
                            ? ", with the hyphen of the keyboard, and no long dash"
                            : ""));
  if (const auto sure = surely_meant_date(plain)) finding.fixes = {replacement_of(node, *sure)};
  return true;
}

Value Conformer::wrong_type(const Node& node, const Type& type, const Trail& at, std::string help) {
  Diagnostic& finding = diagnostics_.error(
      "wrong-type", node.source,
      fmt::format("{} should be {}, not {}", at.text(), expected(type), shown(node)),
      std::move(help));
  if (const Member* file = misspelt_file(node, type))
    finding.fixes = {{file->key_source, file->key, "file"}};
  if (auto meant = meant_by(node, type)) finding.fixes = {replacement_of(node, *std::move(meant))};
  return {};
}

/// A number or a date out of its range; a text or a list of the wrong size; a text of a wrong form.
Value Conformer::out_of_limits(const Value& value, Excess excess, const Node& node,
                               const Type& type, const Trail& at) {
  if (excess == Excess::WrongForm) {
    const std::string& form = type.limits.form_in_words;
    const auto meant = without_hash(value, type);
    Diagnostic& finding =
        diagnostics_.error("wrong-form", node.source,
                           fmt::format("{} should be {}, not {}", at.text(), form, shown(node)),
                           fmt::format("Write {}", meant ? *meant : form + such_as(at)));
    if (meant) finding.fixes = {replacement_of(node, *meant)};
    return {};
  }
  if (value.kind == ValueKind::Text && is_blank(value.text)) return empty(node, type, at);
  const bool is_size = value.kind == ValueKind::Text || value.kind == ValueKind::List;
  diagnostics_.error(
      "out-of-range", node.source,
      fmt::format("{} should {} {}, not {}", at.text(), is_size ? "have" : "be",
                  range_in_words(type), is_size ? std::to_string(size_of(value)) : shown(node)),
      range_help(excess, type));
  return {};
}

/// `body: summary.md`, where `{ file: summary.md }` is meant; labels and lists of papers may well
/// give the name of a file.
void Conformer::tell_file_name(const Node& node, const Type& type, const Trail& at) {
  if (!at.parent || data_) return;  // a value or a cell, which may be the name of a file
  const auto file = find_file_name(node.text);
  const bool may_be_body = type.kind == TypeKind::Markdown && file && file->is_of_text;
  if (!file || (!file->is_said && !may_be_body)) return;
  const bool is_plain = node.kind == NodeKind::Plain;
  if (is_plain && node.text.find(": ") != node.text.npos) return;  // the reader has told it
  Node name = node;
  name.text = file->name;
  std::string meant = fmt::format("{{ file: {} }}", file->name);
  Diagnostic& finding = diagnostics_.warning(
      "file-name-as-text", node.source,
      fmt::format("{} is the name of a file, and the name is printed, not the text in the file",
                  at.text()),
      fmt::format("Did you mean {}?", meant));
  if (is_plain && file->is_plain && hooks_.has_file(name))
    finding.fixes = {replacement_of(node, std::move(meant))};
}

Value Conformer::refused(const Node& node, const Trail& at) {
  if (hooks_.reach_outside()) return {};
  diagnostics_.error("not-here", node.source,
                     fmt::format("{} cannot name a file, data or a person", at.text()),
                     "Write the value itself");
  return {};
}

}  // namespace sheaf::model
