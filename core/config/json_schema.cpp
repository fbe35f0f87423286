#include "config/json_schema.hpp"

#include "config/layout_schema.hpp"
#include "config/theme_schema.hpp"
#include "model/builtin_types.hpp"

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

class Writer {
 public:
  explicit Writer(Wording wording) : wording_(wording) {}

  Json schema(const Type& type) const {
    switch (type.kind) {
      case TypeKind::Any: return Json::object();
      case TypeKind::Text:
      case TypeKind::Markdown: return text();
      case TypeKind::List: return list(type);
      case TypeKind::Rows: return rows(type);
      case TypeKind::Record: return shorthand(type, record(type));
      case TypeKind::KeyedChoice: return keyed_choice(type);
      case TypeKind::Person: return compound(model::person_type(), typed("string"));
      case TypeKind::Link: return compound(model::link_type(), typed("string"));
      case TypeKind::Image: return compound(model::image_type(), typed("string"));
      default: return or_placeholder(scalar(type));
    }
  }

  Json field(const Field& field) const {
    Json made = schema(field.type);
    made.set("description", Json::string(field.description));
    if (field.example.kind != Json::Kind::Null) made.set("examples", Json::array({field.example}));
    return made;
  }

  Json record(const Type& type) const {
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

  Json or_placeholder(Json schema) const {
    return typed_by_people() ? any_of({std::move(schema), matching(kPlaceholder)}) : schema;
  }

  Json text() const {
    Json lone = typed_by_people() ? typed({"string", "number", "boolean"}) : typed("string");
    if (!refers()) return lone;
    return any_of(
        {std::move(lone), reference("file", "File that holds the text, relative to this one")});
  }

  Json scalar(const Type& type) const {
    switch (type.kind) {
      case TypeKind::Whole: return typed("integer");
      case TypeKind::Decimal:
        return typed_by_people() ? number(R"(^-?[0-9,]*\.?[0-9]+$)") : typed("string");
      case TypeKind::Money:
        return typed_by_people() ? number(R"(^-?£?[0-9,]+(\.[0-9]{2})?$)") : typed("string");
      case TypeKind::YesNo: return yes_no();
      case TypeKind::Choice: return Json::object({{"enum", strings(type.choices)}});
      case TypeKind::Day: return matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      case TypeKind::PartialDate: return partial_date();
      default: return typed_by_people() ? typed({"string", "integer"}) : typed("string");
    }
  }

  static Json number(std::string_view pattern) {
    return any_of({typed("number"), matching(pattern)});
  }

  Json yes_no() const {
    if (!typed_by_people()) return typed("boolean");
    return any_of({typed("boolean"), Json::object({{"enum", strings({"yes", "no"})}})});
  }

  /// An editor reads a bare year as a number.
  Json partial_date() const {
    Json text = matching("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
    return typed_by_people() ? any_of({std::move(text), typed("integer")}) : text;
  }

  Json list(const Type& type) const { return typed("array").set("items", schema(type.item.at(0))); }

  Json rows(const Type& type) const {
    if (!refers()) return list(type);
    return any_of({list(type), reference("data", "One of the layout's `data`")});
  }

  Json keyed_choice(const Type& type) const {
    Json properties = Json::object();
    for (const std::string& choice : type.choices) properties.set(choice, schema(type.item.at(0)));
    return typed("object")
        .set("properties", std::move(properties))
        .set("additionalProperties", Json::boolean(false))
        .set("minProperties", Json::number(1))
        .set("maxProperties", Json::number(1));
  }

  Json compound(const Type& type, Json lone) const {
    return typed_by_people() ? any_of({std::move(lone), record(type)}) : record(type);
  }

  Json shorthand(const Type& type, Json whole) const {
    if (type.shorthand.empty() || !typed_by_people()) return whole;
    return any_of({schema(type.find(type.shorthand)->type), std::move(whole)});
  }

  Wording wording_;
};

Json named_plugin(const PluginSchema& plugin) {
  return Json::object({{"const", Json::string(plugin.id)},
                       {"title", Json::string(plugin.title)},
                       {"description", Json::string(plugin.description)}});
}

/// A part may leave to its users, and a layout to its base, what is required in the end.
Json content_of(const PluginSchema& plugin) {
  Json with = Writer(Wording::Parameters).record(*plugin.parameters);
  std::erase_if(with.members, [](const Json::Member& one) { return one.first == "required"; });
  return with.set("description", Json::string(plugin.description));
}

/// "if plugin is X, then with is …", for each.
Json plugin_rules(const std::vector<PluginSchema>& installed) {
  Json rules = Json::array();
  for (const PluginSchema& plugin : installed) {
    Json name = Json::object({{"plugin", Json::object({{"const", Json::string(plugin.id)}})}});
    Json condition =
        Json::object({{"properties", std::move(name)}, {"required", strings({"plugin"})}});
    Json with = Json::object({{"with", content_of(plugin)}});
    rules.items.push_back(Json::object(
        {{"if", std::move(condition)}, {"then", Json::object({{"properties", std::move(with)}})}}));
  }
  return rules;
}

Json* member(Json& object, std::string_view key) {
  for (Json::Member& one : object.members) {
    if (one.first == key) return &one.second;
  }
  return nullptr;
}

/// Lets the installed plugins be offered for `plugin`, and decide what `with` holds.
void install(Json& section, const std::vector<PluginSchema>& installed) {
  if (installed.empty()) return;
  Json& plugin = *member(*member(section, "properties"), "plugin");
  Json choices = Json::array();
  for (const PluginSchema& one : installed) choices.items.push_back(named_plugin(one));
  Json description = *plugin.find("description");
  plugin = Json::object({{"description", std::move(description)}, {"oneOf", std::move(choices)}});
  section.set("allOf", plugin_rules(installed));
}

Json one_origin() {
  return Json::array({Json::object({{"required", strings({"plugin"})}}),
                      Json::object({{"required", strings({"use"})}})});
}

Json document(std::string_view title, Json schema) {
  Json made = Json::object({{"$schema", Json::string(kDialect)}, {"title", Json::string(title)}});
  for (auto& [key, value] : schema.members) made.set(key, std::move(value));
  return made;
}

}  // namespace

Json json_schema(const Type& type, Wording wording) { return Writer(wording).schema(type); }

Json theme_json_schema() {
  return document("Sheaf theme", json_schema(theme_type(), Wording::Typed));
}

Json layout_json_schema(const std::vector<PluginSchema>& installed) {
  Json layout = json_schema(layout_type(), Wording::Typed);
  Json& properties = *member(layout, "properties");
  Json& section = *member(*member(properties, "sections"), "items");
  section.set("oneOf", one_origin());
  install(section, installed);
  install(*member(*member(properties, "parts"), "additionalProperties"), installed);
  // What a layout does not say itself, the one it is based on may say.
  layout.set("anyOf", Json::array({Json::object({{"required", strings({"based_on"})}}),
                                   Json::object({{"required", *layout.find("required")}})}));
  std::erase_if(layout.members, [](const Json::Member& one) { return one.first == "required"; });
  return document("Sheaf layout", std::move(layout));
}

}  // namespace sheaf::config
