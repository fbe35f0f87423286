#pragma once
// Words to declare a file format with: record({required("title", text(), "Title …"), …}).

#include <string_view>
#include <utility>
#include <vector>

#include "model/schema.hpp"

namespace sheaf::config {

inline model::Type plain(model::TypeKind kind) {
  model::Type made;
  made.kind = kind;
  return made;
}

inline model::Type text() { return plain(model::TypeKind::Text); }

/// A text that is printed: one of nothing but spaces is none.
inline model::Type words() {
  model::Type made = text();
  made.limits.least = "1";
  return made;
}

/// Text for which an editor checks a pattern (ECMA-262); its reader checks, too.
inline model::Type text_like(std::string_view pattern) {
  model::Type made = text();
  made.pattern = pattern;
  return made;
}

inline model::Type choice(std::vector<std::string> choices) {
  model::Type made = plain(model::TypeKind::Choice);
  made.choices = std::move(choices);
  return made;
}

inline model::Type list_of(model::Type item) {
  model::Type made = plain(model::TypeKind::List);
  made.item.push_back(std::move(item));
  return made;
}

inline model::Type record(std::vector<model::Field> fields) {
  model::Type made = plain(model::TypeKind::Record);
  made.fields = std::move(fields);
  return made;
}

/// A map whose keys the author chooses.
inline model::Type map_of(model::Type item) {
  model::Type made = plain(model::TypeKind::Record);
  made.item.push_back(std::move(item));
  return made;
}

inline model::Field required(std::string_view name, model::Type type, std::string_view description,
                             Json example = {}) {
  model::Field made;
  made.name = name;
  made.description = description;
  made.type = std::move(type);
  made.example = std::move(example);
  return made;
}

inline model::Field optional(std::string_view name, model::Type type, std::string_view description,
                             Json example = {}) {
  model::Field made = required(name, std::move(type), description, std::move(example));
  made.required = false;
  return made;
}

/// Says in the schema and the reference what holds when an optional field is not given.
inline model::Field otherwise(Json fallback, model::Field field) {
  field.fallback = std::move(fallback);
  return field;
}

inline Json example(std::string_view text) { return Json::string(text); }

}  // namespace sheaf::config
