#include "document/printed_text.hpp"

#include <fmt/format.h>

#include "document/house_style.hpp"

namespace sheaf::document {
namespace {

using model::Value;
using model::ValueKind;

std::string member_text(const Value& value, std::string_view name) {
  const Value* member = value.find(name);
  return member ? member->text : std::string();
}

std::string person_text(const Value& person) {
  const std::string post = member_text(person, "post");
  return member_text(person, "name") + (post.empty() ? "" : ", " + post);
}

/// "a", "a and b", "a, b and c".
std::string list_text(const Value& list) {
  std::string out;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0) out += i + 1 == list.items.size() ? " and " : ", ";
    out += printed_text(list.items[i]);
  }
  return out;
}

}  // namespace

std::string printed_text(const Value& value) {
  switch (value.kind) {
    case ValueKind::YesNo: return value.whole ? "Yes" : "No";
    case ValueKind::Whole: return number_text(fmt::to_string(value.whole));
    case ValueKind::Decimal: return number_text(value.text);
    case ValueKind::Money: return money_text(value.text);
    case ValueKind::Text:
    case ValueKind::Markdown:
    case ValueKind::Choice: return value.text;
    case ValueKind::Date: return date_text(value.date);
    case ValueKind::Timing: return value.date.year ? date_text(value.date) : value.text;
    case ValueKind::Person: return person_text(value);
    case ValueKind::Link: return member_text(value, "text");
    case ValueKind::List: return list_text(value);
    case ValueKind::Absent:
    case ValueKind::Image:
    case ValueKind::Record: return {};
  }
  return {};
}

}  // namespace sheaf::document
