#include "config/schema_limits.hpp"

#include <fmt/format.h>

#include "config/schema_patterns.hpp"
#include "config/schema_writer.hpp"
#include "model/limits.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Type;

Json number(const std::string& decimal) {
  Json made = Json::number(0);
  made.text = decimal;
  return made;
}

/// A blank text counts as one of no characters.
bool refuses_blank(const Type& type) {
  const std::string& least = type.limits.least;
  return type.kind == model::TypeKind::Text && !least.empty() && least != "0";
}

}  // namespace

Json with_limits(Json schema, const Type& type) {
  const auto [least, most] = model::limit_keywords(type.kind);
  if (least.empty() || least.starts_with("x-")) return schema;
  const model::Limits& limits = type.limits;
  if (!limits.least.empty()) schema.set(least, number(limits.least));
  if (refuses_blank(type)) schema.set("not", matching(kBlankPattern));
  if (!limits.most.empty()) schema.set(most, number(limits.most));
  if (!limits.form.empty()) schema.set("pattern", Json::string(fmt::format("^{}$", limits.form)));
  return schema;
}

std::string description_of(const Field& field) {
  const std::string limits = model::limits_in_words(field.type);
  return limits.empty() ? field.description : fmt::format("{} ({})", field.description, limits);
}

void require(Json& schema, const std::vector<const Field*>& fields) {
  std::vector<std::string> needed;
  std::vector<Json> either;
  for (const Field* field : fields) {
    if (field->was.empty()) {
      needed.push_back(field->name);
      continue;
    }
    std::vector<Json> names{needing({field->name})};
    for (const std::string& old_name : field->was) names.push_back(needing({old_name}));
    either.push_back(any_of(std::move(names)));
  }
  if (!needed.empty()) schema.set("required", array_of(needed));
  if (!either.empty()) schema.set("allOf", Json::array(std::move(either)));
}

bool asks_for_keys(const Json& schema) { return schema.find("required") || schema.find("allOf"); }

}  // namespace sheaf::config
