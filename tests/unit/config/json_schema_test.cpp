#include "config/json_schema.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "config/schema_terms.hpp"
#include "support/golden.hpp"

using namespace sheaf;
using namespace sheaf::config;
using model::TypeKind;

namespace {

model::Type with_item(TypeKind kind, model::Type item) {
  model::Type type = plain(kind);
  type.item.push_back(std::move(item));
  return type;
}

model::Type every_kind() {
  model::Type keyed = with_item(TypeKind::KeyedChoice, text());
  keyed.choices = {"hands", "face"};
  const auto row = record({required("action", text(), "What is done")});
  return record({
      required("body", plain(TypeKind::Markdown), "What is said", example("Hello")),
      optional("count", plain(TypeKind::Whole), "How many"),
      optional("share", plain(TypeKind::Decimal), "What share"),
      optional("cost", plain(TypeKind::Money), "What it costs"),
      optional("open", plain(TypeKind::YesNo), "Whether it is open"),
      optional("state", choice({"open", "closed"}), "How it stands"),
      optional("advice", list_of(keyed), "What to do"),
      optional("day", plain(TypeKind::Day), "Which day"),
      optional("since", plain(TypeKind::PartialDate), "Since when"),
      optional("expected", plain(TypeKind::Timing), "When"),
      optional("by", plain(TypeKind::Person), "Who"),
      optional("link", plain(TypeKind::Link), "Where to read on"),
      optional("picture", plain(TypeKind::Image), "What it looks like"),
      optional("actions", with_item(TypeKind::Rows, row), "What is done, row by row"),
  });
}

/// What the `$ref` of `schema` leads to in `whole`.
const Json& defined(const Json& whole, const Json& schema) {
  const std::string& target = schema.find("$ref")->text;
  const Json* found = whole.find("$defs")->find(target.substr(std::string_view("#/$defs/").size()));
  REQUIRE(found);
  return *found;
}

void collect_references(const Json& schema, std::set<std::string>& found) {
  if (const Json* target = schema.find("$ref")) found.insert(target->text);
  for (const Json& item : schema.items) collect_references(item, found);
  for (const auto& [key, value] : schema.members) collect_references(value, found);
}

std::string indented(const Json& schema) { return write_json(schema, JsonStyle::Indented) + "\n"; }

}  // namespace

TEST_CASE("Every kind of parameter has its JSON Schema, bound and as typed") {
  test::check_golden("config/parameters-bound.json",
                     indented(json_schema(every_kind(), Wording::Bound)));
  test::check_golden("config/parameters-typed.json", indented(json_schema(every_kind())));
}

TEST_CASE("The layout's schema says what `with` holds for each installed plugin") {
  const auto type = record({required("body", plain(TypeKind::Markdown), "What is said")});
  const Json schema = layout_json_schema({{"prose", "Prose", "Running text", &type}});
  test::check_golden("config/layout.schema.json", indented(schema));
  CHECK(schema.find("$schema")->text == "https://json-schema.org/draft/2020-12/schema");
  const Json& section =
      defined(schema, *schema.find("properties")->find("sections")->find("items"));
  const Json& rule = section.find("allOf")->items.at(0);
  CHECK(rule.find("if")->find("properties")->find("plugin")->find("pattern")->text ==
        "^prose(@.*)?$");
  const Json& with = defined(schema, *rule.find("then")->find("properties")->find("with"));
  CHECK(with.find("properties")->find("body")->find("description")->text == "What is said");
}

TEST_CASE("Every $ref leads to a definition, and every definition is used") {
  const auto type = every_kind();
  const Json schema = layout_json_schema({{"all", "All", "Every kind", &type}});
  std::set<std::string> used;
  collect_references(schema, used);
  std::set<std::string> made;
  for (const auto& [name, value] : schema.find("$defs")->members) made.insert("#/$defs/" + name);
  CHECK(used == made);
}

TEST_CASE("Records that are alike share one definition, and a name taken gets a number") {
  const auto words = record({required("words", text(), "What is said")});
  const auto type = record({required("text", words, "First"), required("a/b", words, "Second"),
                            required("c d", record({required("n", text(), "Other")}), "Third")});
  const Json schema = json_schema(type);
  const Json* properties = schema.find("properties");
  CHECK(properties->find("text")->find("$ref")->text == "#/$defs/text-2");
  CHECK(properties->find("a/b")->find("$ref")->text == "#/$defs/text-2");
  CHECK(properties->find("c d")->find("$ref")->text == "#/$defs/c-d");
}

TEST_CASE("A plugin more adds little beyond its own parameters to the layout's schema") {
  const auto type = every_kind();
  const PluginSchema one{"one", "One", "Every kind", &type};
  const PluginSchema two{"two", "Two", "Every kind again", &type};
  const auto alone = indented(layout_json_schema({one})).size();
  CHECK(indented(layout_json_schema({one, two})).size() - alone < 7'000);
}

TEST_CASE("Without a plugin installed, the layout's schema leaves `with` open") {
  const Json schema = layout_json_schema({});
  const Json& section =
      defined(schema, *schema.find("properties")->find("sections")->find("items"));
  CHECK_FALSE(section.find("allOf"));
  CHECK(section.find("properties")->find("with"));
}

TEST_CASE("The theme's schema names every role, and describes a style once") {
  const Json schema = theme_json_schema();
  const Json& styles = defined(schema, *schema.find("properties")->find("styles"));
  CHECK(styles.find("properties")->members.size() == 29);
  CHECK(styles.find("required")->items.size() == 29);
  CHECK(indented(schema).size() < 40'000);
}

TEST_CASE("A section of its own must say all that its plugin needs, one from a file need not") {
  const auto type = record({required("body", plain(TypeKind::Markdown), "What is said")});
  const Json schema = layout_json_schema({{"prose", "Prose", "Running text", &type}});
  const Json& section =
      defined(schema, *schema.find("properties")->find("sections")->find("items"));
  const Json& consequence = *section.find("allOf")->items.at(0).find("then");
  CHECK(write_json(*consequence.find("if")) == R"({"not":{"required":["from"]}})");
  CHECK(write_json(*consequence.find("then")->find("required")) == R"(["with"])");
  const Json& part = *schema.find("$defs")->find("parts");
  CHECK_FALSE(part.find("allOf")->items.at(0).find("then")->find("then"));
}

TEST_CASE("A layout that another may complete is asked for nothing") {
  const Json schema = layout_json_schema({});
  CHECK_FALSE(schema.find("required"));
  CHECK(write_json(*schema.find("if")->find("not")) == R"({"required":["based_on"]})");
  CHECK(write_json(*schema.find("then")->find("required")) == R"(["sheaf","language"])");
}

TEST_CASE("A file that a section takes is asked for nothing that `with:` may give") {
  const auto inner = record({required("count", plain(TypeKind::Whole), "How many")});
  const auto type =
      record({required("body", text(), "What is said"), required("homes", inner, "Homes")});
  const Json schema = plugin_json_schema({"prose", "Prose", "Running text", &type});
  CHECK_FALSE(schema.find("required"));
  CHECK_FALSE(defined(schema, *schema.find("properties")->find("homes")).find("required"));
}

TEST_CASE("Rows in a file of their own have the schema of the parameter that takes them") {
  const auto row = record({required("action", text(), "What is done")});
  const model::Type rows = with_item(TypeKind::Rows, row);
  const Json schema = data_json_schema(&rows);
  CHECK(schema.find("type")->text == "array");
  CHECK(schema.find("items")->find("properties")->find("action"));
  CHECK(data_json_schema(nullptr).find("items")->find("additionalProperties"));
}

TEST_CASE("The schema says what holds when an optional key is not given") {
  const auto type = record({otherwise(example("civic"), optional("theme", text(), "A theme"))});
  const Json schema = json_schema(type, Wording::Literal);
  CHECK(schema.find("properties")->find("theme")->find("default")->text == "civic");
}

TEST_CASE("Editors are told what the document prints for each word of a choice") {
  model::Type state = choice({"open", "3"});
  const auto words = [&state](Wording wording) {
    return write_json(*json_schema(record({optional("state", state, "How it stands")}), wording)
                           .find("properties")
                           ->find("state"));
  };
  CHECK(words(Wording::Bound).find("enumDescriptions") == std::string::npos);
  state.labels = {"Open to all", ""};
  constexpr std::string_view kLabels = R"("enumDescriptions":["Open to all",""])";
  CHECK(words(Wording::Bound).find(kLabels) != std::string::npos);
  CHECK(words(Wording::Typed).find(R"({"enum":["open","3",3],)" + std::string(kLabels)) !=
        std::string::npos);
}

TEST_CASE("Each word of a keyed choice is described by what the document prints for it") {
  model::Type advice = with_item(TypeKind::KeyedChoice, text());
  advice.choices = {"hands", "face"};
  advice.labels = {"", "Cover your face"};
  const Json schema = json_schema(advice, Wording::Literal);
  const Json& properties = *schema.find("properties");
  CHECK_FALSE(properties.find("hands")->find("description"));
  CHECK(properties.find("face")->find("description")->text == "Cover your face");
}
