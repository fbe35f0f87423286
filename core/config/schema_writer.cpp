#include "config/schema_writer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/schema_choices.hpp"
#include "config/schema_image.hpp"
#include "config/schema_limits.hpp"
#include "config/schema_patterns.hpp"
#include "config/type_words.hpp"
#include "model/builtin_types.hpp"
#include "model/example.hpp"
#include "model/limits.hpp"
#include "model/literal.hpp"

namespace sheaf::config {

using model::Field;
using model::Type;
using model::TypeKind;

namespace {

/// `{ file: … }` and its like.
Json reference(std::string_view key, std::string_view description) {
  Json name = typed("string").set("description", Json::string(description));
  return typed("object")
      .set("properties", Json::object({{std::string(key), std::move(name)}}))
      .set("required", array_of({std::string(key)}))
      .set("additionalProperties", Json::boolean(false));
}

/// An optional key may stand there with nothing behind it.
Json or_nothing(Json schema) {
  if (schema.members.empty()) return schema;  // takes anything
  if (Json* choices = member(schema, "anyOf"); choices && schema.members.size() == 1) {
    choices->items.push_back(typed("null"));
    return schema;
  }
  return any_of({std::move(schema), typed("null")});
}

/// `name` as part of a URI fragment.
std::string fragment(std::string name) {
  constexpr std::string_view kKept =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  std::ranges::replace_if(
      name, [&](char c) { return kKept.find(c) == std::string_view::npos; }, '-');
  return name;
}

std::string_view name_of_scalar(TypeKind kind) {
  switch (kind) {
    case TypeKind::Whole: return "whole";
    case TypeKind::Decimal: return "decimal";
    case TypeKind::Money: return "money";
    case TypeKind::YesNo: return "yes-no";
    case TypeKind::Day: return "day";
    case TypeKind::PartialDate: return "date";
    default: return "timing";
  }
}

/// What a plugin is given.
Json bound(const Type& type) {
  switch (type.kind) {
    case TypeKind::Whole: return with_limits(typed("integer"), type);
    case TypeKind::YesNo: return typed("boolean");
    case TypeKind::Choice: return words_of(type);
    case TypeKind::Day: return matching(kDayPattern);
    case TypeKind::PartialDate: return matching(kDatePattern);
    default: return typed("string");
  }
}

/// A year alone, which an editor reads as a number.
Json year() {
  return typed("integer").set("minimum", Json::number(1000)).set("maximum", Json::number(9999));
}

/// What people type for it; quotes make no difference to Sheaf, but an editor sees text.
std::vector<Json> spellings(const Type& type) {
  switch (type.kind) {
    case TypeKind::Whole: return {with_limits(typed("integer"), type), matching(kWholePattern)};
    case TypeKind::Decimal: return {with_limits(typed("number"), type), matching(kDecimalPattern)};
    case TypeKind::Money: return {with_limits(typed("number"), type), matching(kMoneyPattern)};
    case TypeKind::YesNo:
      return {typed("boolean"), one_of({"yes", "no"}),
              matching(in_any_case({"yes", "no", "true", "false"}))};
    case TypeKind::Choice: return {typed_words_of(type)};
    case TypeKind::Day: return {matching(kDayPattern)};
    case TypeKind::PartialDate: return {matching(kDatePattern), year()};
    default: return {matching(kDatePattern), year(), matching(kWordsPattern), typed("boolean")};
  }
}

/// What an editor may take text for where people write no quotes: JSON Schema's patterns are for
/// strings alone, so a number or yes and no are let in only where the form could take them.
Json unquoted(const Type& type) {
  const std::string& form = type.limits.form;
  Json types = array_of({"string"});
  const auto takes = [&](std::string_view signs) {
    return form.empty() || model::takes_some_of(form, signs);
  };
  if (takes("0123456789.-")) types.items.push_back(Json::string("number"));
  if (takes("truefalsTRUEFALS")) types.items.push_back(Json::string("boolean"));
  return types.items.size() == 1 ? typed("string") : Json::object({{"type", std::move(types)}});
}

}  // namespace

Json typed(std::string_view name) { return Json::object({{"type", Json::string(name)}}); }

Json of_types(std::initializer_list<std::string_view> names) {
  Json list = Json::array();
  for (const auto name : names) list.items.push_back(Json::string(name));
  return Json::object({{"type", std::move(list)}});
}

Json matching(std::string_view pattern) {
  return typed("string").set("pattern", Json::string(pattern));
}

Json needing(const std::vector<std::string>& keys) {
  return Json::object({{"required", array_of(keys)}});
}

Json any_of(std::vector<Json> choices) {
  return Json::object({{"anyOf", Json::array(std::move(choices))}});
}

Json all_of(std::vector<Json> rules) {
  return Json::object({{"allOf", Json::array(std::move(rules))}});
}

Json array_of(const std::vector<std::string>& texts) {
  Json made = Json::array();
  for (const std::string& text : texts) made.items.push_back(Json::string(text));
  return made;
}

Json any_rows() {
  Json cell = of_types({"string", "number", "boolean", "null"});
  Json row = typed("object").set("additionalProperties", std::move(cell));
  return typed("array").set("items", std::move(row));
}

Json* member(Json& object, std::string_view key) {
  const auto at = std::ranges::find(object.members, key, &Json::Member::first);
  return at == object.members.end() ? nullptr : &at->second;
}

Json Definitions::refer(std::string_view name, Json schema) {
  const bool is_short =
      schema.members.size() == 1 && schema.members[0].second.kind == Json::Kind::String;
  if (is_short) return schema;
  const std::string key = key_for(name, schema);
  all_.set(key, std::move(schema));
  return Json::object({{"$ref", Json::string("#/$defs/" + key)}});
}

/// The name that `schema` has already, or `name`, with a number where another schema has it.
std::string Definitions::key_for(std::string_view name, const Json& schema) const {
  const auto same = std::ranges::find(all_.members, schema, &Json::Member::second);
  if (same != all_.members.end()) return same->first;
  std::string key(name);
  for (int number = 2; all_.find(key); ++number) {
    key = std::string(name) + "-" + std::to_string(number);
  }
  return key;
}

Json SchemaWriter::schema(const Type& type) {
  switch (type.kind) {
    case TypeKind::Any: return Json::object();
    case TypeKind::Text:
    case TypeKind::Markdown: return type.pattern.empty() ? text(type) : text_like(type);
    case TypeKind::List: return list(type);
    case TypeKind::Rows:
    case TypeKind::Table: return rows(type);
    case TypeKind::Record: return shorthand(type);
    case TypeKind::KeyedChoice: return keyed_choice(type);
    case TypeKind::Person: return person();
    case TypeKind::Link: return link();
    case TypeKind::Image: return image();
    case TypeKind::Choice: return scalar(type);
    default: return definitions_.refer(name_of_scalar(type.kind), scalar(type));
  }
}

Json SchemaWriter::record(const Type& type) {
  Json properties = Json::object();
  std::vector<const Field*> needed;
  for (const Field& one : type.fields) {
    properties.set(one.name, field(one));
    for (const std::string& old_name : one.was) properties.set(old_name, old_field(one));
    if (one.required && !is_part()) needed.push_back(&one);
  }
  Json made = typed("object");
  if (!type.fields.empty()) made.set("properties", std::move(properties));
  require(made, needed);
  made.set("additionalProperties", type.item.empty() ? Json::boolean(false) : schema(type.item[0]));
  return made;
}

Json SchemaWriter::field_type(const Field& field) {
  const std::string outer = place_;
  place_ += (outer.empty() ? "" : ".") + fragment(field.name);
  Json made = schema(field.type);
  place_ = outer;
  return !field.required && typed_by_people() ? or_nothing(std::move(made)) : made;
}

Json SchemaWriter::old_field(const Field& field) {
  return field_type(field)
      .set("description", Json::string(fmt::format("Use `{}`", field.name)))
      .set("deprecated", Json::boolean(true));
}

Json SchemaWriter::field(const Field& field) {
  Json made = field_type(field);
  made.set("description", Json::string(description_of(field)));
  if (Json shown = model::example_of(field); shown.kind != Json::Kind::Null) {
    made.set("examples", Json::array({std::move(shown)}));
  }
  if (field.fallback.kind != Json::Kind::Null) made.set("default", field.fallback);
  return made;
}

Json SchemaWriter::inner_record(const Type& type) {
  const bool worth_a_name = !place_.empty() && !type.fields.empty();
  Json made = record(type);  // moves place_ about, and must come before it is looked at
  return worth_a_name ? definitions_.refer(place_, std::move(made)) : made;
}

Json SchemaWriter::lone_text() {
  return definitions_.refer(
      "text", typed_by_people() ? of_types({"string", "number", "boolean"}) : typed("string"));
}

Json SchemaWriter::text(const Type& type) {
  Json file = reference("file", "File that holds the text, relative to this one");
  if (type.limits == model::Limits{}) {
    if (!refers()) return lone_text();
    return definitions_.refer("text-or-file", any_of({lone_text(), std::move(file)}));
  }
  if (!typed_by_people()) return with_limits(typed("string"), type);
  std::vector<Json> forms{with_limits(unquoted(type), type)};
  if (refers()) forms.push_back(std::move(file));
  return or_placeholder(std::move(forms));
}

Json SchemaWriter::text_like(const Type& type) {
  if (type.choices.empty() && !takes_placeholders()) return matching(type.pattern);
  std::vector<Json> forms{matching(type.pattern)};
  if (!type.choices.empty()) forms.push_back(typed_words_of(type));
  return or_placeholder(std::move(forms));
}

Json SchemaWriter::or_placeholder(std::vector<Json> choices) {
  if (takes_placeholders()) {
    choices.push_back(definitions_.refer("placeholder", matching(kPlaceholderPattern)));
  }
  return any_of(std::move(choices));
}

Json SchemaWriter::scalar(const Type& type) {
  if (!typed_by_people()) return bound(type);
  std::vector<Json> forms = spellings(type);
  if (type.kind == TypeKind::Choice && forgives_capitals()) {
    forms.push_back(matching(in_any_case(type.choices)));
  }
  return or_placeholder(std::move(forms));
}

Json SchemaWriter::list(const Type& type) {
  const Wording whole = is_part() ? Wording::Parameters : wording_;
  Json item = SchemaWriter(whole, definitions_, place_).schema(type.item.at(0));
  Json several = with_limits(typed("array").set("items", item), type);
  return type.lone ? any_of({std::move(item), std::move(several)}) : several;
}

Json SchemaWriter::rows(const Type& type) {
  Json typed_here = type.kind == TypeKind::Table ? any_rows() : list(type);
  if (!refers()) return typed_here;
  Json data = definitions_.refer("rows-of-data", reference("data", "One of the layout's `data`"));
  return any_of({std::move(typed_here), std::move(data)});
}

Json SchemaWriter::keyed_choice(const Type& type) {
  const Json value = definitions_.refer(place_ + ".value", schema(type.item.at(0)));
  return typed("object")
      .set("properties", keyed_by_words_of(type, value))
      .set("additionalProperties", Json::boolean(false))
      .set("minProperties", Json::number(1))
      .set("maxProperties", Json::number(1));
}

/// A part of a person, link or image is no whole one.
Json SchemaWriter::compound(std::string_view name, Json whole) {
  return definitions_.refer(is_part() ? fmt::format("part-of-{}", name) : std::string(name),
                            std::move(whole));
}

Json SchemaWriter::person() {
  Json whole = record(model::person_type());
  if (!typed_by_people()) return compound("person", std::move(whole));
  Json key = typed("string").set("description", Json::string("A key of the layout's `people`"));
  return compound("person", any_of({std::move(key), std::move(whole)}));
}

Json SchemaWriter::link() {
  Json whole = record(model::link_type());
  if (!typed_by_people()) return compound("link", std::move(whole));
  const Json address = definitions_.refer("address", or_placeholder({matching(link_pattern())}));
  Json& to = *member(*member(whole, "properties"), "to");
  for (const auto& [key, value] : address.members) to.set(key, value);
  return compound("link", any_of({address, std::move(whole)}));
}

Json SchemaWriter::image() {
  Json whole = record(model::image_type());
  if (typed_by_people()) {
    member(*member(whole, "properties"), "file")->set("type", Json::string("string"));
    is_part() ? part_of_image(whole) : void(whole.set("oneOf", one_alternative()));
  }
  return compound("image", std::move(whole));
}

/// A record, or what may stand for it: a word, or the value of one field.
Json SchemaWriter::shorthand(const Type& type) {
  Json whole = inner_record(type);
  if (!type.choices.empty() && typed_by_people())
    return any_of({typed_words_of(type), std::move(whole)});
  if (type.shorthand.empty() || !typed_by_people()) return whole;
  const Wording lone = refers() ? Wording::Cells : wording_;  // a lone { file: … } is a map
  SchemaWriter short_form(lone, definitions_, place_);
  return any_of({short_form.schema(type.find(type.shorthand)->type), std::move(whole)});
}

namespace {

/// What a part's schema lacks for this field to be whole.
Json whole_value(const Field& field, Definitions& definitions) {
  switch (field.type.kind) {
    case TypeKind::Record: return completeness(field.type, definitions);
    case TypeKind::Person:
    case TypeKind::Link:
    case TypeKind::Image: {
      Json whole = SchemaWriter(Wording::Parameters, definitions).schema(field.type);
      return field.required ? whole : or_nothing(std::move(whole));
    }
    default: return Json::object();
  }
}

}  // namespace

Json completeness(const Type& record, Definitions& definitions) {
  std::vector<const Field*> needed;
  Json inner = Json::object();
  for (const Field& field : record.fields) {
    if (field.required) needed.push_back(&field);
    Json below = whole_value(field, definitions);
    if (!below.members.empty()) inner.set(field.name, std::move(below));
  }
  Json made = Json::object();
  require(made, needed);
  if (!inner.members.empty()) made.set("properties", std::move(inner));
  return made;
}

}  // namespace sheaf::config
