#include "plugin/manifest.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;
using model::TypeKind;

namespace {

std::string manifest(const std::string& parameters, const std::string& more = "") {
  return R"({"id": "a-b", "version": "1.0", "title": "T")" + more + R"(, "parameters": )" +
         parameters + "}";
}

model::Type parse(const std::string& schema) {
  const auto parsed = plugin::parse_manifest(
      manifest(R"({"type": "object", "properties": {"it": )" + schema + "}}"));
  INFO((parsed ? std::string() : parsed.error()));
  REQUIRE(parsed);
  return parsed->parameters.fields.at(0).type;
}

std::string problem_of(const std::string& text) {
  const auto parsed = plugin::parse_manifest(text);
  return parsed ? "none" : parsed.error();
}

}  // namespace

TEST_CASE("A manifest gives id, version, title, description, generation and blocks") {
  const std::string text = manifest(
      R"({"type": "object"})", R"(, "description": "D", "generation": 1, "blocks": ["table/1"])");
  const auto parsed = plugin::parse_manifest(text);
  REQUIRE(parsed);
  CHECK(parsed->id == "a-b");
  CHECK(parsed->version == "1.0");
  CHECK(parsed->title == "T");
  CHECK(parsed->description == "D");
  CHECK(parsed->generation == 1);
  CHECK(parsed->declares("table/1"));
  CHECK_FALSE(parsed->declares("list/1"));
  CHECK(parsed->text == text);
}

TEST_CASE("A manifest that declares no blocks allows all of them") {
  CHECK(plugin::parse_manifest(manifest(R"({"type": "object"})"))->declares("list/1"));
}

TEST_CASE("Each word of x-sheaf is its kind of parameter") {
  const auto [word, kind] = GENERATE(table<std::string, TypeKind>({
      {"text", TypeKind::Text},
      {"markdown", TypeKind::Markdown},
      {"whole", TypeKind::Whole},
      {"decimal", TypeKind::Decimal},
      {"money", TypeKind::Money},
      {"yes-no", TypeKind::YesNo},
      {"day", TypeKind::Day},
      {"date", TypeKind::PartialDate},
      {"timing", TypeKind::Timing},
      {"person", TypeKind::Person},
      {"link", TypeKind::Link},
      {"image", TypeKind::Image},
  }));
  CHECK(parse(R"({"x-sheaf": ")" + word + "\"}").kind == kind);
}

TEST_CASE("A schema written by hand, in plain JSON Schema, is understood") {
  const auto [type, kind] = GENERATE(table<std::string, TypeKind>({
      {"string", TypeKind::Text},
      {"integer", TypeKind::Whole},
      {"number", TypeKind::Decimal},
      {"boolean", TypeKind::YesNo},
  }));
  CHECK(parse(R"({"type": ")" + type + "\"}").kind == kind);
  CHECK(parse(R"({"enum": ["a", "b"]})").choices == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Lists, rows, keyed choices and records keep what is in them") {
  CHECK(parse(R"({"type": "array", "items": {"type": "integer"}})").item.at(0).kind ==
        TypeKind::Whole);
  const auto rows = parse(R"({"x-sheaf": "rows", "items": {"type": "object", "properties":
    {"due": {"x-sheaf": "day", "examples": ["2020-11-25"], "description": "By when"}},
    "required": ["due"], "x-shorthand": "due"}})");
  CHECK(rows.kind == TypeKind::Rows);
  const model::Field& due = rows.item.at(0).fields.at(0);
  CHECK(due.required);
  CHECK(due.description == "By when");
  CHECK(due.example == Json::string("2020-11-25"));
  CHECK(rows.item.at(0).shorthand == "due");
  const auto keyed = parse(R"({"x-sheaf": "keyed-choice", "propertyNames": {"enum": ["hands"]},
                               "additionalProperties": {"type": "string"}})");
  CHECK(keyed.choices == std::vector<std::string>{"hands"});
  CHECK(keyed.item.at(0).kind == TypeKind::Text);
}

TEST_CASE("What is wrong with a manifest is said where it is") {
  CHECK(problem_of("{").starts_with("is no JSON: "));
  CHECK(problem_of("[]") == "is no JSON object");
  CHECK(problem_of("{}") == "gives no `id`");
  CHECK(problem_of(R"({"id": "../up"})") ==
        "gives the id \"../up\", but an id is lower case letters, digits and hyphens");
  CHECK(problem_of(R"({"id": "a", "title": "T"})") == "gives no `version`");
  CHECK(problem_of(R"({"id": "a", "version": "1", "title": "T"})") == "gives no `parameters`");
  CHECK(problem_of(manifest("{}", R"(, "generation": "two")")) ==
        "gives a `generation` that is no small number");
  CHECK(problem_of(manifest(R"({"type": "string"})")) == "gives `parameters` that are no record");
  CHECK(problem_of(manifest(R"({"x-sheaf": "novel"})")) ==
        "does not say what kind of value parameters is");
  CHECK(problem_of(manifest(R"({"type": "object", "properties": {"a": {"type": "array"}}})")) ==
        "does not say what parameters.a is a list of");
  CHECK(problem_of(manifest(R"({"type": "object", "properties": {"a": {"enum": []}}})")) ==
        "has a choice in parameters.a without anything to choose");
  CHECK(
      problem_of(manifest(
          R"({"type": "object", "properties": {"a": {"x-sheaf": "rows", "items": {"type": "string"}}}})")) ==
      "has rows in parameters.a that are no records");
  CHECK(problem_of(manifest(R"({"type": "object", "x-shorthand": "gone"})")) ==
        "gives parameters a shorthand, \"gone\", that is none of its fields");
}

TEST_CASE("A manifest of a later generation is read as far as it can be") {
  const auto parsed =
      plugin::parse_manifest(manifest(R"({"x-sheaf": "novel"})", R"(, "generation": 2)"));
  REQUIRE(parsed);
  CHECK(parsed->generation == 2);
}
