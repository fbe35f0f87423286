#include "model/schema.hpp"

#include <algorithm>

namespace sheaf::model {

const Field* Type::find(std::string_view name) const {
  const auto at = std::ranges::find(fields, name, &Field::name);
  return at == fields.end() ? nullptr : &*at;
}

std::string_view name_of(TypeKind kind) {
  switch (kind) {
    case TypeKind::Any: return "anything";
    case TypeKind::Text: return "text";
    case TypeKind::Markdown: return "Markdown text";
    case TypeKind::Whole: return "a whole number";
    case TypeKind::Decimal: return "a number";
    case TypeKind::Money: return "an amount of money";
    case TypeKind::YesNo: return "yes or no";
    case TypeKind::Choice: return "a choice";
    case TypeKind::KeyedChoice: return "a choice with its text";
    case TypeKind::Day: return "a date (2020-11-25)";
    case TypeKind::PartialDate: return "a date (2020-11-25, 2020-11 or 2020)";
    case TypeKind::Timing: return "a date or words";
    case TypeKind::Person: return "a person";
    case TypeKind::Link: return "a link ({ text, to })";
    case TypeKind::Image: return "an image ({ file, alt })";
    case TypeKind::List: return "a list";
    case TypeKind::Record: return "a map";
    case TypeKind::Rows: return "rows";
    case TypeKind::Table: return "rows of any columns";
  }
  return {};
}

}  // namespace sheaf::model
