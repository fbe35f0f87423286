#include "model/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/json.hpp"

namespace sheaf::model {
namespace {

std::string_view name_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::Absent: return "absent";
    case ValueKind::YesNo: return "yes-no";
    case ValueKind::Whole: return "whole";
    case ValueKind::Decimal: return "decimal";
    case ValueKind::Money: return "money";
    case ValueKind::Text: return "text";
    case ValueKind::Markdown: return "markdown";
    case ValueKind::Choice: return "choice";
    case ValueKind::Date: return "date";
    case ValueKind::Timing: return "timing";
    case ValueKind::Person: return "person";
    case ValueKind::Link: return "link";
    case ValueKind::Image: return "image";
    case ValueKind::List: return "list";
    case ValueKind::Record: return "record";
  }
  return {};
}

std::string in_quotes(std::string_view text) { return write_json(Json::string(text)); }

/// What stands after the kind on the value's own line.
std::string scalar_text(const Value& value) {
  switch (value.kind) {
    case ValueKind::Text:
    case ValueKind::Markdown: return " " + in_quotes(value.text);
    case ValueKind::Timing:
      return " " + (value.date.year ? to_iso(value.date) : in_quotes(value.text));
    case ValueKind::Image: return fmt::format(" asset {}", value.asset);
    case ValueKind::Absent:
    case ValueKind::Person:
    case ValueKind::Link:
    case ValueKind::List:
    case ValueKind::Record: return {};
    default: return " " + canonical_text(value);
  }
}

void write(std::string& out, const Value& value, int indent) {
  fmt::format_to(std::back_inserter(out), "{}{}\n", name_of(value.kind), scalar_text(value));
  const std::string margin(static_cast<std::size_t>(indent) + 2, ' ');
  for (const Replacement& replacement : value.replacements) {
    fmt::format_to(std::back_inserter(out), "{}{} = {}\n", margin, replacement.placeholder,
                   in_quotes(replacement.text));
  }
  for (const Value& item : value.items) {
    out += margin + "- ";
    write(out, item, indent + 2);
  }
  for (const NamedValue& member : value.members) {
    out += margin + member.name + ": ";
    write(out, member.value, indent + 2);
  }
}

}  // namespace

const Value* Value::find(std::string_view name) const {
  const auto at = std::ranges::find(members, name, &NamedValue::name);
  return at == members.end() ? nullptr : &at->value;
}

Value text_value(std::string text, SourceId source) {
  Value value;
  value.kind = ValueKind::Text;
  value.source = source;
  value.text = std::move(text);
  return value;
}

std::string canonical_text(const Value& value) {
  switch (value.kind) {
    case ValueKind::YesNo: return value.whole ? "yes" : "no";
    case ValueKind::Whole: return fmt::to_string(value.whole);
    case ValueKind::Decimal:
    case ValueKind::Money:
    case ValueKind::Text:
    case ValueKind::Markdown:
    case ValueKind::Choice: return value.text;
    case ValueKind::Date: return to_iso(value.date);
    case ValueKind::Timing: return value.date.year ? to_iso(value.date) : value.text;
    default: return {};
  }
}

std::string dump(const Value& value, int indent) {
  std::string out;
  write(out, value, indent);
  return out;
}

}  // namespace sheaf::model
