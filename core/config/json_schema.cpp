#include "config/json_schema.hpp"

#include <algorithm>

#include "config/layout_schema.hpp"
#include "config/theme_schema.hpp"
#include "model/builtin_types.hpp"
#include "model/literal.hpp"

namespace sheaf::config {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";
constexpr std::string_view kPlaceholder = R"(\(\(.+\)\))";

Json strings(const std::vector<std::string>& texts) {
  Json made = Json::array();
  for (const std::string& text : texts) made.items.push_back(Json::string(text));
  return made;
}

Json typed(std::string_view name) { return Json::object({{"type", Json::string(name)}}); }

Json typed(std::initializer_list<std::string_view> names) {
  Json list = Json::array();
  for (const auto name : names) list.items.push_back(Json::string(name));
  return Json::object({{"type", std::move(list)}});
}

Json matching(std::string_view pattern) {
  return typed("string").set("pattern", Json::string(pattern));
}

Json any_of(std::vector<Json> choices) {
  return Json::object({{"anyOf", Json::array(std::move(choices))}});
}

/// `{ file: … }` and its like.
Json reference(std::string_view key, std::string_view description) {
  Json name = typed("string").set("description", Json::string(description));
  return typed("object")
      .set("properties", Json::object({{std::string(key), std::move(name)}}))
      .set("required", strings({std::string(key)}))
      .set("additionalProperties", Json::boolean(false));
}

Json* member(Json& object, std::string_view key) {
  for (Json::Member& one : object.members) {
    if (one.first == key) return &one.second;
  }
  return nullptr;
}

/// `$defs`: what several places of a schema share, by name.
class Definitions {
 public:
  /// A `$ref` to `schema`, or the schema itself where it is as short as a `$ref`.
  Json refer(std::string_view name, Json schema) {
    if (is_short(schema)) return schema;
    const std::string key = key_for(name, schema);
    all_.set(key, std::move(schema));
    return Json::object({{"$ref", Json::string("#/$defs/" + key)}});
  }

  Json* find(std::string_view name) { return member(all_, name); }
  const Json& all() const { return all_; }

 private:
  static bool is_short(const Json& schema) {
    return schema.members.size() == 1 && schema.members[0].second.kind == Json::Kind::String;
  }

  /// The name that `schema` has already, or `name`, with a number where another schema has it.
  std::string key_for(std::string_view name, const Json& schema) const {
    const auto same = std::ranges::find(all_.members, schema, &Json::Member::second);
    if (same != all_.members.end()) return same->first;
    std::string key(name);
    for (int number = 2; all_.find(key); ++number) {
      key = std::string(name) + "-" + std::to_string(number);
    }
    return key;
  }

  Json all_ = Json::object();
};

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

/// Writes types; `place` names the records within, as in "with-cover.background_papers".
class Writer {
 public:
  Writer(Wording wording, Definitions& definitions, std::string place = {})
      : wording_(wording), definitions_(definitions), place_(std::move(place)) {}

  Json schema(const Type& type) {
    switch (type.kind) {
      case TypeKind::Any: return Json::object();
      case TypeKind::Text:
      case TypeKind::Markdown: return text();
      case TypeKind::List: return list(type);
      case TypeKind::Rows: return rows(type);
      case TypeKind::Record: return shorthand(type, inner_record(type));
      case TypeKind::KeyedChoice: return keyed_choice(type);
      case TypeKind::Person: return compound("person", model::person_type());
      case TypeKind::Link: return compound("link", model::link_type());
      case TypeKind::Image: return compound("image", model::image_type());
      case TypeKind::Choice: return scalar(type);
      default: return definitions_.refer(name_of_scalar(type.kind), scalar(type));
    }
  }

  Json record(const Type& type) {
    Json properties = Json::object();
    std::vector<std::string> needed;
    for (const Field& one : type.fields) {
      properties.set(one.name, field(one));
      if (one.required) needed.push_back(one.name);
    }
    Json made = typed("object");
    if (!type.fields.empty()) made.set("properties", std::move(properties));
    if (!needed.empty()) made.set("required", strings(needed));
    made.set("additionalProperties",
             type.item.empty() ? Json::boolean(false) : schema(type.item[0]));
    return made;
  }

 private:
  bool typed_by_people() const { return wording_ != Wording::Bound; }
  bool refers() const { return wording_ == Wording::Parameters; }

  Json field(const Field& field) {
    const std::string outer = place_;
    place_ += (outer.empty() ? "" : ".") + fragment(field.name);
    Json made = schema(field.type);
    place_ = outer;
    made.set("description", Json::string(field.description));
    if (field.example.kind != Json::Kind::Null) made.set("examples", Json::array({field.example}));
    return made;
  }

  Json inner_record(const Type& type) {
    const bool worth_a_name = !place_.empty() && !type.fields.empty();
    return worth_a_name ? definitions_.refer(place_, record(type)) : record(type);
  }

  Json text() {
    Json lone = definitions_.refer(
        "text", typed_by_people() ? typed({"string", "number", "boolean"}) : typed("string"));
    if (!refers()) return lone;
    Json file = reference("file", "File that holds the text, relative to this one");
    return definitions_.refer("text-or-file", any_of({std::move(lone), std::move(file)}));
  }

  Json scalar(const Type& type) {
    Json plain = bound(type);
    if (!typed_by_people()) return plain;
    std::vector<Json> choices = spellings(type, std::move(plain));
    choices.push_back(definitions_.refer("placeholder", matching(kPlaceholder)));
    return any_of(std::move(choices));
  }

  static Json bound(const Type& type) {
    switch (type.kind) {
      case TypeKind::Whole: return typed("integer");
      case TypeKind::YesNo: return typed("boolean");
      case TypeKind::Choice: return Json::object({{"enum", strings(type.choices)}});
      case TypeKind::Day: return matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      case TypeKind::PartialDate: return matching("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
      default: return typed("string");
    }
  }

  /// What people type for the value that is `bound`; an editor reads a bare year as a number.
  static std::vector<Json> spellings(const Type& type, Json bound) {
    switch (type.kind) {
      case TypeKind::Choice: return with_numbers(type, std::move(bound));
      case TypeKind::Decimal: return {typed("number"), matching(R"(^-?[0-9,]*\.?[0-9]+$)")};
      case TypeKind::Money: return {typed("number"), matching(R"(^-?£?[0-9,]+(\.[0-9]{2})?$)")};
      case TypeKind::YesNo:
        return {std::move(bound), Json::object({{"enum", strings({"yes", "no"})}})};
      case TypeKind::PartialDate: return {std::move(bound), typed("integer")};
      case TypeKind::Timing: return {typed({"string", "integer"})};
      default: return {std::move(bound)};
    }
  }

  /// An editor reads 3 as a number, where the choice is between texts.
  static std::vector<Json> with_numbers(const Type& type, Json words) {
    Json numbers = Json::array();
    for (const std::string& choice : type.choices) {
      const auto number = model::parse_whole(choice);
      if (number) numbers.items.push_back(Json::number(*number));
    }
    if (numbers.items.empty()) return {std::move(words)};
    return {Json::object({{"enum", std::move(numbers)}}), std::move(words)};
  }

  Json list(const Type& type) {
    Json item = schema(type.item.at(0));
    Json several = typed("array").set("items", item);
    return type.lone ? any_of({std::move(item), std::move(several)}) : several;
  }

  Json rows(const Type& type) {
    if (!refers()) return list(type);
    Json data = definitions_.refer("rows-of-data", reference("data", "One of the layout's `data`"));
    return any_of({list(type), std::move(data)});
  }

  Json keyed_choice(const Type& type) {
    const Json value = definitions_.refer(place_ + ".value", schema(type.item.at(0)));
    Json properties = Json::object();
    for (const std::string& choice : type.choices) properties.set(choice, value);
    return typed("object")
        .set("properties", std::move(properties))
        .set("additionalProperties", Json::boolean(false))
        .set("minProperties", Json::number(1))
        .set("maxProperties", Json::number(1));
  }

  Json compound(std::string_view name, const Type& type) {
    Json whole = record(type);
    if (typed_by_people()) whole = any_of({typed("string"), std::move(whole)});
    return definitions_.refer(name, std::move(whole));
  }

  Json shorthand(const Type& type, Json whole) {
    if (!type.choices.empty()) {
      return any_of({Json::object({{"enum", strings(type.choices)}}), std::move(whole)});
    }
    if (type.shorthand.empty() || !typed_by_people()) return whole;
    return any_of({schema(type.find(type.shorthand)->type), std::move(whole)});
  }

  Wording wording_;
  Definitions& definitions_;
  std::string place_;
};

Json named_plugin(const PluginSchema& plugin) {
  return Json::object({{"const", Json::string(plugin.id)},
                       {"title", Json::string(plugin.title)},
                       {"description", Json::string(plugin.description)}});
}

/// A part may leave to its users, and a layout to its base, what is required in the end.
Json content_of(const PluginSchema& plugin, Definitions& definitions) {
  const std::string name = "with-" + plugin.id;
  Json with = Writer(Wording::Parameters, definitions, name).record(*plugin.parameters);
  std::erase_if(with.members, [](const Json::Member& one) { return one.first == "required"; });
  with.set("description", Json::string(plugin.description));
  return definitions.refer(name, std::move(with));
}

/// "if plugin is X, then with is …".
Json plugin_rule(const PluginSchema& plugin, Definitions& definitions) {
  Json name = Json::object({{"plugin", Json::object({{"const", Json::string(plugin.id)}})}});
  Json condition =
      Json::object({{"properties", std::move(name)}, {"required", strings({"plugin"})}});
  Json with = Json::object({{"with", content_of(plugin, definitions)}});
  return Json::object(
      {{"if", std::move(condition)}, {"then", Json::object({{"properties", std::move(with)}})}});
}

Json named_plugins(const std::vector<PluginSchema>& installed) {
  Json choices = Json::array();
  for (const PluginSchema& one : installed) choices.items.push_back(named_plugin(one));
  return Json::object({{"oneOf", std::move(choices)}});
}

Json plugin_rules(const std::vector<PluginSchema>& installed, Definitions& definitions) {
  Json rules = Json::array();
  for (const PluginSchema& one : installed) rules.items.push_back(plugin_rule(one, definitions));
  return Json::object({{"allOf", std::move(rules)}});
}

/// Lets the installed plugins be offered for `plugin`, and decide what `with` holds.
void install(std::string_view origin, const std::vector<PluginSchema>& installed,
             Definitions& definitions) {
  if (installed.empty()) return;
  const Json names = definitions.refer("plugin", named_plugins(installed));
  const Json rules = definitions.refer("with-by-plugin", plugin_rules(installed, definitions));
  Json& section = *definitions.find(origin);
  member(*member(section, "properties"), "plugin")->set("$ref", *names.find("$ref"));
  section.set("$ref", *rules.find("$ref"));
}

Json one_origin() {
  return Json::array({Json::object({{"required", strings({"plugin"})}}),
                      Json::object({{"required", strings({"use"})}})});
}

/// A schema that stands alone.
Json document(std::string_view title, Json&& schema, const Definitions& definitions) {
  Json made = Json::object({{"$schema", Json::string(kDialect)}});
  if (!title.empty()) made.set("title", Json::string(title));
  for (auto& [key, value] : schema.members) made.set(key, std::move(value));
  if (!definitions.all().members.empty()) made.set("$defs", definitions.all());
  return made;
}

}  // namespace

Json json_schema(const Type& type, Wording wording) {
  Definitions definitions;
  Json schema = Writer(wording, definitions).schema(type);
  return document({}, std::move(schema), definitions);
}

Json theme_json_schema() {
  Definitions definitions;
  Json theme = Writer(Wording::Typed, definitions).schema(theme_type());
  return document("Sheaf theme", std::move(theme), definitions);
}

Json layout_json_schema(const std::vector<PluginSchema>& installed) {
  Definitions definitions;
  Json layout = Writer(Wording::Typed, definitions).schema(layout_type());
  definitions.find("sections")->set("oneOf", one_origin());
  install("sections", installed, definitions);
  install("parts", installed, definitions);
  // What a layout does not say itself, the one it is based on may say.
  layout.set("anyOf", Json::array({Json::object({{"required", strings({"based_on"})}}),
                                   Json::object({{"required", *layout.find("required")}})}));
  std::erase_if(layout.members, [](const Json::Member& one) { return one.first == "required"; });
  return document("Sheaf layout", std::move(layout), definitions);
}

}  // namespace sheaf::config
