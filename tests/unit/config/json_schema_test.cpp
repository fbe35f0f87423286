#include "config/json_schema.hpp"

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
  const Json* section = schema.find("properties")->find("sections")->find("items");
  const Json& rule = section->find("allOf")->items.at(0);
  CHECK(rule.find("if")->find("properties")->find("plugin")->find("const")->text == "prose");
  CHECK(rule.find("then")->find("properties")->find("with")->find("properties")->find("body"));
}

TEST_CASE("Without a plugin installed, the layout's schema leaves `with` open") {
  const Json schema = layout_json_schema({});
  const Json* section = schema.find("properties")->find("sections")->find("items");
  CHECK_FALSE(section->find("allOf"));
  CHECK(section->find("properties")->find("with"));
}

TEST_CASE("The theme's schema names every role") {
  const Json schema = theme_json_schema();
  const Json* styles = schema.find("properties")->find("styles");
  CHECK(styles->find("properties")->members.size() == 29);
  CHECK(styles->find("required")->items.size() == 29);
}
