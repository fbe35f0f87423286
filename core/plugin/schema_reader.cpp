#include "plugin/schema_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/result.hpp"
#include "model/limits.hpp"
#include "model/literal.hpp"
#include "model/partial_date.hpp"

namespace sheaf::plugin {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;
using Problem = tl::unexpected<std::string>;
using Word = std::pair<std::string_view, TypeKind>;

constexpr std::array kWords = {
    Word{"text", TypeKind::Text},     Word{"markdown", TypeKind::Markdown},
    Word{"whole", TypeKind::Whole},   Word{"decimal", TypeKind::Decimal},
    Word{"money", TypeKind::Money},   Word{"yes-no", TypeKind::YesNo},
    Word{"choice", TypeKind::Choice}, Word{"keyed-choice", TypeKind::KeyedChoice},
    Word{"day", TypeKind::Day},       Word{"date", TypeKind::PartialDate},
    Word{"timing", TypeKind::Timing}, Word{"person", TypeKind::Person},
    Word{"link", TypeKind::Link},     Word{"image", TypeKind::Image},
    Word{"list", TypeKind::List},     Word{"record", TypeKind::Record},
    Word{"rows", TypeKind::Rows},     Word{"table", TypeKind::Table},
};

/// What a schema without `x-sheaf` means: those that were written by hand.
constexpr std::array kPlainTypes = {
    Word{"string", TypeKind::Text},    Word{"integer", TypeKind::Whole},
    Word{"number", TypeKind::Decimal}, Word{"boolean", TypeKind::YesNo},
    Word{"array", TypeKind::List},     Word{"object", TypeKind::Record},
};

template <std::size_t N>
std::optional<TypeKind> find(const std::array<Word, N>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word, &Word::first);
  return at == words.end() ? std::nullopt : std::optional(at->second);
}

std::string_view text_of(const Json* value) {
  return value && value->kind == Json::Kind::String ? std::string_view(value->text)
                                                    : std::string_view();
}

std::optional<TypeKind> kind_of(const Json& schema) {
  if (const Json* word = schema.find("x-sheaf")) return find(kWords, text_of(word));
  if (schema.find("enum")) return TypeKind::Choice;
  return find(kPlainTypes, text_of(schema.find("type")));
}

std::vector<std::string> texts_of(const Json* array) {
  std::vector<std::string> texts;
  if (!array) return texts;
  for (const Json& item : array->items) texts.push_back(item.text);
  return texts;
}

/// A bound as conform() takes it: a canonical decimal, an ISO date.
std::optional<std::string> bound_of(const Json& value, TypeKind kind) {
  const bool is_date = kind == TypeKind::Day || kind == TypeKind::PartialDate;
  if (!is_date) return model::parse_decimal(value.text);
  return model::parse_partial_date(value.text) ? std::optional(value.text) : std::nullopt;
}

/// A pattern about the whole text, of the words that <sheaf/pattern.hpp> knows, is checked; any
/// other is left to editors.
void read_form(const Json& schema, Type& type) {
  const std::string_view pattern = text_of(schema.find("pattern"));
  if (pattern.empty() || type.kind != TypeKind::Text) return;
  const bool whole = pattern.size() > 2 && pattern.starts_with('^') && pattern.ends_with('$');
  const std::string_view form = whole ? pattern.substr(1, pattern.size() - 2) : std::string_view();
  if (!model::is_form(form)) {
    type.pattern = pattern;
    return;
  }
  type.limits.form = form;
  const std::string_view words = text_of(schema.find("x-form"));
  type.limits.form_in_words = words.empty() ? fmt::format("of the form {}", form) : words;
}

tl::expected<Type, std::string> with_limits(Type type, const Json& schema,
                                            const std::string& place) {
  const auto [least, most] = model::limit_keywords(type.kind);
  for (const auto& [keyword, bound] :
       {std::pair(least, &type.limits.least), {most, &type.limits.most}}) {
    const Json* value = keyword.empty() ? nullptr : schema.find(keyword);
    if (!value) continue;
    auto read = bound_of(*value, type.kind);
    if (!read) return Problem(fmt::format("has a `{}` in {} that is no bound", keyword, place));
    *bound = std::move(*read);
  }
  read_form(schema, type);
  return type;
}

tl::expected<Field, std::string> read_field(const std::string& name, const Json& schema,
                                            const std::string& place) {
  auto type = read_schema(schema, place + "." + name);
  if (!type) return Problem(type.error());
  Field field{name, std::string(text_of(schema.find("description"))), std::move(*type), false, {}};
  const Json* examples = schema.find("examples");
  if (examples && !examples->items.empty()) field.example = examples->items.front();
  if (const Json* fallback = schema.find("default")) field.fallback = *fallback;
  return field;
}

/// Gives the fields their earlier names: {"old": {"deprecated": true, "x-now": "new", …}}.
std::string read_old_names(Type& type, const Json& properties, const std::string& place) {
  for (const auto& [name, schema] : properties.members) {
    const std::string_view now = text_of(schema.find("x-now"));
    if (now.empty()) continue;
    const auto field = std::ranges::find(type.fields, now, &Field::name);
    if (field == type.fields.end()) {
      return fmt::format("says that {}.{} is now \"{}\", which is none of its fields", place, name,
                         now);
    }
    field->was.push_back(name);
  }
  return {};
}

tl::expected<Type, std::string> read_record(Type type, const Json& schema,
                                            const std::string& place) {
  const auto required = texts_of(schema.find("required"));
  const Json* properties = schema.find("properties");
  if (properties && properties->kind != Json::Kind::Object) {
    return Problem(fmt::format("has `properties` in {} that are no object", place));
  }
  for (const auto& [name, value] : properties ? properties->members : std::vector<Json::Member>{}) {
    if (value.find("x-now")) continue;
    auto field = read_field(name, value, place);
    if (!field) return Problem(field.error());
    field->required = std::ranges::find(required, name) != required.end();
    type.fields.push_back(std::move(*field));
  }
  if (properties) {
    if (auto problem = read_old_names(type, *properties, place); !problem.empty())
      return Problem(problem);
  }
  type.shorthand = text_of(schema.find("x-shorthand"));
  if (type.shorthand.empty() || type.find(type.shorthand)) return type;
  return Problem(fmt::format("gives {} a shorthand, \"{}\", that is none of its fields", place,
                             type.shorthand));
}

tl::expected<Type, std::string> read_item(Type type, const Json* schema, const std::string& place) {
  if (!schema) return Problem(fmt::format("does not say what {} is a list of", place));
  auto item = read_schema(*schema, place + "[]");
  if (!item) return Problem(item.error());
  if (type.kind == TypeKind::Rows && item->kind != TypeKind::Record) {
    return Problem(fmt::format("has rows in {} that are no records", place));
  }
  type.item.push_back(std::move(*item));
  return type;
}

tl::expected<Type, std::string> with_choices(Type type, const Json* holder,
                                             const std::string& place) {
  type.choices = texts_of(holder ? holder->find("enum") : nullptr);
  if (type.choices.empty()) {
    return Problem(fmt::format("has a choice in {} without anything to choose", place));
  }
  type.labels = texts_of(holder->find("enumDescriptions"));
  type.labels.resize(type.labels.empty() ? 0 : type.choices.size());
  return type;
}

/// All of a type but its limits.
tl::expected<Type, std::string> read_bare(TypeKind kind, const Json& schema,
                                          const std::string& place) {
  Type type;
  type.kind = kind;
  switch (kind) {
    case TypeKind::Record: return read_record(std::move(type), schema, place);
    case TypeKind::List:
    case TypeKind::Rows: return read_item(std::move(type), schema.find("items"), place);
    case TypeKind::Choice: return with_choices(std::move(type), &schema, place);
    case TypeKind::KeyedChoice: {
      auto keyed = with_choices(std::move(type), schema.find("propertyNames"), place);
      if (!keyed) return keyed;
      return read_item(std::move(*keyed), schema.find("additionalProperties"), place);
    }
    default: return type;
  }
}

}  // namespace

tl::expected<Type, std::string> read_schema(const Json& schema, const std::string& place) {
  const auto kind = kind_of(schema);
  if (!kind) return Problem(fmt::format("does not say what kind of value {} is", place));
  auto type = read_bare(*kind, schema, place);
  return type ? with_limits(std::move(*type), schema, place) : type;
}

}  // namespace sheaf::plugin
