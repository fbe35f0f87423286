#include "config/json_schema.hpp"

#include <span>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/data_spec.hpp"
#include "config/layout_schema.hpp"
#include "config/outputs.hpp"
#include "config/schema_limits.hpp"
#include "config/schema_writer.hpp"
#include "config/sections.hpp"
#include "config/theme_schema.hpp"

namespace sheaf::config {
namespace {

using model::Type;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";

/// {"if": …, "then": …}, which every draft since 7 reads.
Json rule(Json condition, Json consequence) {
  return Json::object({{"if", std::move(condition)}, {"then", std::move(consequence)}});
}

Json having(std::string_view key, Json schema) {
  return Json::object({{"properties", Json::object({{std::string(key), std::move(schema)}})}});
}

Json without(std::string_view key) { return Json::object({{"not", needing({std::string(key)})}}); }

Json named_plugin(const PluginSchema& plugin) {
  return Json::object({{"const", Json::string(plugin.id)},
                       {"title", Json::string(plugin.title)},
                       {"description", Json::string(plugin.description)}});
}

/// What parse_version_range() takes.
constexpr std::string_view kVersionPattern =
    R"((\^|~|>=)?[0-9]+(\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?)";

/// The plugin by its id, in any version.
Json any_version(const PluginSchema& plugin) {
  return Json::object({{"pattern", Json::string(fmt::format("^{}(@.*)?$", plugin.id))}});
}

Json named_plugins(const std::vector<PluginSchema>& installed) {
  Json choices = Json::array();
  std::vector<std::string_view> ids;
  for (const PluginSchema& one : installed) {
    choices.items.push_back(named_plugin(one));
    ids.push_back(one.id);
  }
  choices.items.push_back(Json::object(
      {{"pattern", Json::string(fmt::format("^({})@{}$", fmt::join(ids, "|"), kVersionPattern))},
       {"description", Json::string("The same in a version: cover@^1.2")}}));
  return Json::object({{"oneOf", std::move(choices)}});
}

/// An empty file, or an empty `with:`, says nothing, which may be enough.
Json or_empty(Json record) { return record.set("type", array_of({"object", "null"})); }

/// `with:` of a plugin, of which another file may give any part.
Json content_of(const PluginSchema& plugin, Definitions& definitions) {
  const std::string name = "with-" + plugin.id;
  Json with = or_empty(SchemaWriter(Wording::Part, definitions, name).record(*plugin.parameters));
  with.set("description", Json::string(plugin.description));
  return definitions.refer(name, std::move(with));
}

/// A section of its own, not `from` a file, says all itself: lists of sections are not merged.
Json whole_content(const PluginSchema& plugin, Json consequence, Definitions& definitions) {
  Json needs = completeness(*plugin.parameters, definitions);
  if (needs.members.empty()) return consequence;
  Json whole = having("with", needs);
  if (asks_for_keys(needs)) {
    whole.set("required", array_of({"with"}));
    member(*member(whole, "properties"), "with")->set("type", Json::string("object"));
  }
  consequence.set("if", without("from"));
  consequence.set("then", std::move(whole));
  return consequence;
}

enum class Asked { Part, Whole };

/// "if plugin is X, then with is …".
Json plugin_rule(const PluginSchema& plugin, Asked asked, Definitions& definitions) {
  Json condition = having("plugin", any_version(plugin));
  condition.set("required", array_of({"plugin"}));
  Json consequence = having("with", content_of(plugin, definitions));
  if (asked == Asked::Whole)
    consequence = whole_content(plugin, std::move(consequence), definitions);
  return rule(std::move(condition), std::move(consequence));
}

/// Lets the installed plugins be offered for `plugin`, and decide what `with` holds.
void install(std::string_view origin, Asked asked, const std::vector<PluginSchema>& installed,
             Definitions& definitions) {
  if (installed.empty()) return;
  std::vector<Json> rules;
  for (const PluginSchema& one : installed) {
    rules.push_back(plugin_rule(one, asked, definitions));
  }
  const Json names = definitions.refer("plugin", named_plugins(installed));
  Json& section = *definitions.find(origin);
  Json& plugin = *member(*member(section, "properties"), "plugin");
  std::erase_if(plugin.members, [](const Json::Member& one) { return one.first == "anyOf"; });
  plugin.set("$ref", *names.find("$ref"));
  section.set("allOf", Json::array(std::move(rules)));
}

/// Only this version, as a number or in quotes.
void fix_version(Json& schema, std::string_view key, int version) {
  Json& given = *member(*member(schema, "properties"), key);
  std::erase_if(given.members, [](const Json::Member& one) { return one.first == "$ref"; });
  given.set("enum", Json::array({Json::number(version), Json::string(std::to_string(version))}));
}

/// What cannot stand there with nothing behind it, as who writes a section and who may read it.
void need_value(Json& schema, std::string_view key) {
  Json* given = member(*member(schema, "properties"), key);
  Json* choices = given ? member(*given, "anyOf") : nullptr;
  if (choices) std::erase(choices->items, typed("null"));
}

/// A section's own name: what an editor takes for a number or yes and no has the form, too.
void fix_id(Json& section) {
  Json& id = *member(*member(section, "properties"), "id");
  std::erase_if(id.members, [](const Json::Member& one) { return one.first == "anyOf"; });
  id.set("type", array_of({"string", "integer", "boolean"}));
  id.set("pattern", Json::string(fmt::format("^{}$", kIdForm)));
}

Json having_any(std::span<const std::string_view> keys) {
  std::vector<Json> choices;
  for (const std::string_view key : keys) choices.push_back(needing({std::string(key)}));
  return any_of(std::move(choices));
}

/// One of the keys, and something behind it.
Json saying_any(std::span<const std::string_view> keys) {
  std::vector<Json> choices;
  for (const std::string_view key : keys) {
    Json nothing = Json::object({{"not", typed("null")}});
    choices.push_back(
        having(key, std::move(nothing)).set("required", array_of({std::string(key)})));
  }
  return any_of(std::move(choices));
}

/// Takes placeholders out of what decides before any value is known.
void refuse_placeholders(Json& schema) {
  const auto is_placeholder = [](const Json& one) {
    const Json* reference = one.find("$ref");
    return reference && reference->text == "#/$defs/placeholder";
  };
  std::erase_if(schema.items, is_placeholder);
  for (Json& item : schema.items) refuse_placeholders(item);
  for (auto& [key, value] : schema.members) refuse_placeholders(value);
}

Json having_both(std::string_view one, std::string_view other) {
  return needing({std::string(one), std::string(other)});
}

/// What is asked of the entries of `data` once all is merged; a lone file name passes.
Json whole_data() {
  Json no_file = rule(without("file"), Json::object({{"not", having_any(kKeysOfFile)}}));
  Json entry = saying_any(kRowSources)
                   .set("not", having_both(kKeysOfFile[0], kRowSources[1]))
                   .set("allOf", Json::array({std::move(no_file)}));
  return having("data",
                Json::object({{"additionalProperties", rule(typed("object"), std::move(entry))}}));
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
  Json schema = SchemaWriter(wording, definitions).schema(type);
  return document({}, std::move(schema), definitions);
}

Json theme_json_schema() {
  Definitions definitions;
  Json theme = SchemaWriter(Wording::Literal, definitions).schema(theme_type());
  fix_version(theme, "theme", kThemeVersion);
  return document("Sheaf theme", std::move(theme), definitions);
}

Json project_json_schema() {
  Definitions definitions;
  Json project = SchemaWriter(Wording::Literal, definitions).schema(project_type());
  return document("Sheaf project (sheaf.yaml)", or_empty(std::move(project)), definitions);
}

Json plugin_json_schema(const PluginSchema& plugin) {
  Definitions definitions;
  Json with = or_empty(SchemaWriter(Wording::Part, definitions).record(*plugin.parameters));
  with.set("description", Json::string(plugin.description));
  return document(plugin.title, std::move(with), definitions);
}

Json data_json_schema(const Type* rows) {
  Definitions definitions;
  Json schema = rows ? SchemaWriter(Wording::Cells, definitions).schema(*rows) : any_rows();
  return document("Rows of data", std::move(schema), definitions);
}

Json layout_json_schema(const std::vector<PluginSchema>& installed) {
  Definitions definitions;
  Json layout = SchemaWriter(Wording::Typed, definitions).schema(layout_type());
  fix_version(layout, "sheaf", kLayoutVersion);
  definitions.find("sections")->set("oneOf", Json::array({needing({"plugin"}), needing({"use"})}));
  for (const std::string_view key : {"plugin", "use"}) {
    need_value(*definitions.find("sections"), key);
  }
  for (const std::string_view key : kNeverEmptyInSection) {
    need_value(*definitions.find("sections"), key);
    need_value(*definitions.find("parts"), key);
  }
  need_value(layout, kNeverEmptyInLayout);
  fix_id(*definitions.find("sections"));
  refuse_placeholders(*member(*member(*definitions.find("parts.access"), "properties"), "exempt"));
  install("sections", Asked::Whole, installed, definitions);
  install("parts", Asked::Part, installed, definitions);
  // What a layout does not say itself, the one it is based on may say, or the one based on it.
  std::erase_if(layout.members, [](const Json::Member& one) { return one.first == "required"; });
  Json whole = needing({"title", "sections"}).set("not", needing({"based_on"}));
  layout.set("if", std::move(whole));
  layout.set("then", whole_data().set("required", array_of({"sheaf", "language"})));
  layout.set("not", having_both(kOutputKeys[0], kOutputKeys[1]));
  return document("Sheaf layout", std::move(layout), definitions);
}

}  // namespace sheaf::config
