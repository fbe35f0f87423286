#include "data/table.hpp"

#include <catch2/catch.hpp>

#include "config/yaml_reader.hpp"
#include "support/findings.hpp"

using namespace sheaf;
using Lines = std::vector<std::string>;

namespace {

struct Read {
  SourceMap sources;
  Diagnostics diagnostics;
  Result<data::Table> table;
  std::optional<model::Node> rows;

  Read(const std::string& path, const std::string& text)
      : table(data::read_table(*data::format_of(path), text, sources.add(path, text), ',',
                               config::read_yaml, diagnostics)) {
    if (table) rows = table->rows;
  }

  Lines findings() const { return test::findings(diagnostics, sources); }
  std::string place(SourceId id) const {
    const Location at = sources.locate(id);
    return fmt::format("{}:{}", at.line, at.column);
  }
};

}  // namespace

TEST_CASE("JSON rows keep the places of names and values") {
  const Read json("a.json",
                  "[\n"
                  "  {\"action\": \"Say \\\"yes\\\"\", \"count\": 12.50, \"open\": true},\n"
                  "  {\"action\" : \"\", \"due\":null, \"tags\": [ \"a\", \"b\" ] }\n"
                  "]\n");
  REQUIRE(json.rows);
  const model::Node& first = json.rows->items[0];
  CHECK(json.place(first.source) == "2:3");
  CHECK(first.find("action")->text == "Say \"yes\"");
  CHECK(json.place(first.find("action")->source) == "2:14");
  CHECK(json.place(first.members[0].key_source) == "2:4");
  CHECK(first.find("count")->text == "12.50");
  CHECK(json.place(first.find("count")->source) == "2:38");
  CHECK(json.place(first.find("open")->source) == "2:53");
  const model::Node& second = json.rows->items[1];
  CHECK(json.place(second.find("action")->source) == "3:15");
  CHECK(second.find("due")->is_absent());
  CHECK(json.place(second.members[1].key_source) == "3:19");
  CHECK(json.place(second.find("tags")->items[1].source) == "3:46");
}

TEST_CASE("JSON that is none, or no list of objects, is refused at its place") {
  const Read broken("a.json", "[\n  {\"a\": 1,}\n]\n");
  REQUIRE(broken.findings().size() == 1);
  CHECK(broken.findings()[0].starts_with("a.json:2:11 error json-syntax: This is not JSON: "));
  CHECK(Read("a.json", "{\"a\": 1}").findings() ==
        Lines{"a.json:1:1 error no-rows: A JSON data file is a list of objects"});
  CHECK(Read("a.json", "[1]").findings().size() == 1);
  CHECK(Read("a.json", "").findings().size() == 1);
}

TEST_CASE("YAML rows are read by the reader that is handed in") {
  const Read yaml("a.yaml", "- action: Recruit\n- action: Train\n");
  REQUIRE(yaml.rows);
  CHECK(yaml.rows->items[1].find("action")->text == "Train");
  CHECK(Read("a.yml", "action: Recruit\n").findings() ==
        Lines{"a.yml:1:1 error no-rows: A data file is a list of rows, not a map"});
}

TEST_CASE("A cell of a row may have 64 KB, lists and all, in JSON and YAML as in CSV") {
  const std::string half(40'000, 'a');
  const Read whole("a.json", "[{\"a\": 1, \"b\": [\"" + half + "\"]}]");
  CHECK(whole.rows);
  const Read json("a.json", "[{\"a\": 1, \"b\": [\"" + half + "\", \"" + half + "\"]}]");
  CHECK(json.findings() ==
        Lines{"a.json:1:16 error data-too-large: This cell has 80000 bytes, and a cell may have "
              "65536"});
  CHECK_FALSE(json.rows);
  CHECK(Read("a.jsonl", "{\"a\": \"" + half + half + "\"}").diagnostics.errors() == 1);
  CHECK(Read("a.yaml", "- a: " + half + half + "\n").diagnostics.errors() == 1);
}

TEST_CASE("The ending of the file decides how it is read") {
  CHECK(data::format_of("a.CSV") == data::Format::Csv);
  CHECK(data::format_of("b/a.json") == data::Format::Json);
  CHECK(data::format_of("a.yml") == data::Format::Yaml);
  CHECK_FALSE(data::format_of("a.xlsx"));
  CHECK_FALSE(data::format_of("csv"));
}
