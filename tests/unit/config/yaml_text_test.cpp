#include "config/yaml_text.hpp"

#include <catch2/catch.hpp>

#include "config/schema_terms.hpp"
#include "config/type_words.hpp"
#include "model/example.hpp"

using namespace sheaf;
using namespace sheaf::config;
using model::TypeKind;

namespace {

std::string yaml(std::string_view json) {
  std::string out;
  append_yaml(out, "key", *parse_json(json));
  return out;
}

model::Type rows_of_words() {
  model::Type row = record({required("what", text(), "What"), optional("when", text(), "When")});
  row.shorthand = "what";
  model::Type rows = plain(TypeKind::Rows);
  rows.item.push_back(row);
  return rows;
}

}  // namespace

TEST_CASE("Examples are written as people type them") {
  CHECK(yaml(R"("Plain words")") == "key: Plain words\n");
  CHECK(yaml(R"(true)") == "key: yes\n");
  CHECK(yaml(R"(["one", 2])") == "key: [one, 2]\n");
  CHECK(yaml(R"({"text": "The plan", "to": "https://www.example.org"})") ==
        "key: { text: The plan, to: https://www.example.org }\n");
}

TEST_CASE("Texts that YAML would take for something else are quoted") {
  CHECK(yaml(R"("#Tag")") == "key: \"#Tag\"\n");
  CHECK(yaml(R"("one, two")") == "key: \"one, two\"\n");
  CHECK(yaml(R"("Covid-19: update")") == "key: \"Covid-19: update\"\n");
  CHECK(yaml(R"("ends with:")") == "key: \"ends with:\"\n");
  CHECK(yaml(R"("")") == "key: \"\"\n");
  CHECK(yaml(R"("((meeting.date))-report")") == "key: ((meeting.date))-report\n");
}

TEST_CASE("What is long or deep stands on lines of its own") {
  CHECK(yaml(R"("first\nsecond\n")") == "key: |\n  first\n  second\n");
  CHECK(yaml(R"([{"a": [1, 2], "b": {"c": 3}}, "d"])") ==
        "key:\n  - a: [1, 2]\n    b: { c: 3 }\n  - d\n");
}

TEST_CASE("A short form is shown in full, and a full one in short") {
  auto short_one = required("rows", rows_of_words(), "Rows", *parse_json(R"(["Say it"])"));
  CHECK(yaml_on_one_line(other_form(short_one)) == "[{ what: Say it }]");
  auto full_one = required("rows", rows_of_words(), "Rows", *parse_json(R"([{"what": "Say it"}])"));
  CHECK(yaml_on_one_line(other_form(full_one)) == "[Say it]");
  auto no_other =
      required("rows", rows_of_words(), "Rows", *parse_json(R"([{"what": "a", "when": "b"}])"));
  CHECK(other_form(no_other).kind == Json::Kind::Null);
}

TEST_CASE("Types are said in words, with their short forms") {
  CHECK(type_in_words(text(), Place::Layout) == "text");
  CHECK(type_in_words(text(), Place::Parameters) == "text, or `{ file: … }`");
  CHECK(type_in_words(choice({"draft", "final"}), Place::Layout) == "one of draft, final");
  CHECK(type_in_words(rows_of_words(), Place::Parameters) ==
        "rows: `{ data: NAME }`, or a list, each entry map, or its `what` alone");
}

TEST_CASE("The one example of a list's entry is shown as a list") {
  CHECK(yaml_on_one_line(model::example_of(required("by", list_of(text()), "Who must approve",
                                                    example("finance")))) == "[finance]");
}
