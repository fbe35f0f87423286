#include "plugin/manifest.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;
using model::TypeKind;

namespace {

std::string manifest(const std::string& parameters, const std::string& more = "") {
  return R"({"id": "a-b", "version": "1.0.0", "title": "T")" + more + R"(, "parameters": )" +
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
  CHECK(parsed->version == "1.0.0");
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

TEST_CASE("A choice keeps its labels, one for each word, and may have none") {
  CHECK(parse(R"({"enum": ["a", "b"]})").labels.empty());
  using Labels = std::vector<std::string>;
  const auto labels = [](const std::string& descriptions) {
    return parse(R"({"enum": ["a", "b"], "enumDescriptions": [)" + descriptions + "]}").labels;
  };
  CHECK(labels(R"("By air", "")") == Labels{"By air", ""});
  CHECK(labels(R"("By air")") == Labels{"By air", ""});
  CHECK(labels(R"("By air", "By boat", "By car")") == Labels{"By air", "By boat"});
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
  CHECK(problem_of(R"({"id": "a", "version": "1.0.0", "title": "T"})") == "gives no `parameters`");
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

TEST_CASE("Limits, forms and defaults are read from JSON Schema's own words") {
  const auto range = parse(R"({"x-sheaf": "money", "minimum": 0.50, "maximum": 1000})").limits;
  CHECK(range.least == "0.50");
  CHECK(range.most == "1000");
  const auto dates =
      parse(R"({"x-sheaf": "date", "x-minimum": "2009-04", "pattern": "^([0-9]+)$"})").limits;
  CHECK(dates.least == "2009-04");
  CHECK(dates.most.empty());
  CHECK(dates.form.empty());
  const auto text =
      parse(R"({"type": "string", "maxLength": 8, "pattern": "^[A-Z]+$", "x-form": "capitals"})")
          .limits;
  CHECK(text.most == "8");
  CHECK(text.form == "[A-Z]+");
  CHECK(text.form_in_words == "capitals");
  CHECK(parse(R"({"type": "array", "minItems": 1, "items": {"type": "string"}})").limits.least ==
        "1");
}

TEST_CASE("A pattern of a hand-written manifest that is beyond checking is left to editors") {
  const auto type = parse(R"({"type": "string", "pattern": "^(a|b)$"})");
  CHECK(type.limits.form.empty());
  CHECK(type.pattern == "^(a|b)$");
  CHECK(parse(R"({"type": "string", "pattern": "[A-Z]"})").limits.form.empty());
  CHECK(parse(R"({"type": "string", "pattern": "^[A-Z]$"})").limits.form_in_words ==
        "of the form [A-Z]");
}

TEST_CASE("A limit that is none is a mistake of the manifest") {
  CHECK(problem_of(manifest(
            R"({"type": "object", "properties": {"n": {"type": "integer", "minimum": "low"}}})")) ==
        "has a `minimum` in parameters.n that is no bound");
  CHECK(
      problem_of(manifest(
          R"({"type": "object", "properties": {"n": {"x-sheaf": "day", "x-maximum": "May"}}})")) ==
      "has a `x-maximum` in parameters.n that is no bound");
}

TEST_CASE("A property that is deprecated in favour of another is that one's earlier name") {
  const auto parsed = plugin::parse_manifest(manifest(
      R"({"type": "object", "properties": {"old": {"type": "string", "deprecated": true,
          "x-now": "new"}, "new": {"type": "string", "default": "none"}}})"));
  REQUIRE(parsed);
  REQUIRE(parsed->parameters.fields.size() == 1);
  CHECK(parsed->parameters.fields[0].name == "new");
  CHECK(parsed->parameters.fields[0].was == std::vector<std::string>{"old"});
  CHECK(parsed->parameters.fields[0].fallback == Json::string("none"));
  CHECK(problem_of(manifest(
            R"({"type": "object", "properties": {"old": {"x-now": "gone", "type": "string"}}})")) ==
        "says that parameters.old is now \"gone\", which is none of its fields");
}

TEST_CASE("A version that none could ask for is refused, so that it forges no line of a list") {
  const auto version =
      GENERATE("1", "1.0", "^1.0.0", "1.0.0 }\\n  evil: { version: 1.0.0", "latest");
  const std::string text = R"({"id": "a", "version": ")" + std::string(version) +
                           R"(", "title": "T", "parameters": {"type": "object"}})";
  CHECK(problem_of(text).starts_with("gives the version \""));
}

TEST_CASE("A manifest with a character that steers a terminal is refused, wherever it is") {
  const auto [sign, name] =
      GENERATE(table<std::string, std::string>({{"\\u001b]0;owned\\u0007", "U+001B"},
                                                {"\\u009b2J", "U+009B"},
                                                {"\\u202e", "U+202E"},
                                                {"\\u2066", "U+2066"}}));
  const std::string finding = "holds a character that is not printed: " + name;
  const auto in = [&, sign = sign](const std::string& place) {
    std::string text = place;
    return text.replace(text.find('@'), 1, sign);
  };
  CHECK(problem_of(in(R"({"id": "a", "version": "1.0.0", "title": "a@b"})")) == finding);
  CHECK(problem_of(manifest(
            in(R"({"type": "object", "properties": {"a@": {"x-sheaf": "text"}}})"))) == finding);
  CHECK(problem_of(manifest(R"({"type": "object"})", in(R"(, "blocks": ["table/1@"])"))) ==
        finding);
}

TEST_CASE("The title of a plugin is one line, and an example may have several") {
  CHECK(problem_of(R"({"id": "a", "version": "1.0.0", "title": "a\nb"})") ==
        "holds a character that is not printed: U+000A");
  CHECK(parse(R"({"x-sheaf": "markdown", "examples": ["One\n\nTwo"]})").kind == TypeKind::Markdown);
}
