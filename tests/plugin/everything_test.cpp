// One plugin with every kind of parameter and every block: from YAML to the sections dump.

#include <algorithm>

#include <catch2/catch.hpp>

#include "support/golden.hpp"
#include "yaml_values.hpp"

using sheaf::test::read;
using sheaf::test::Stage;
using sheaf::test::values;
using Lines = std::vector<std::string>;

TEST_CASE("Every kind of parameter and every block come through the boundary as they are") {
  Stage stage;
  stage.report.meeting = sheaf::test::record({{"date", sheaf::test::date(2020, 11, 25)}});
  sheaf::model::Value director =
      sheaf::test::record({{"name", sheaf::model::text_value("C. Example", {})}});
  director.kind = sheaf::model::ValueKind::Person;
  stage.report.people = sheaf::test::record({{"director", director}});
  sheaf::test::check_golden(
      "plugin/everything.txt",
      stage.run("everything", values(stage, "everything", read("everything.yaml"))));
  CHECK(stage.said() ==
        Lines{"everything.yaml:20:28 error section-error: is due before it begins",
              "everything.yaml:11:6 warning section-warning: lies before the meeting"});
}

TEST_CASE("The plugin of the SDK's guide writes its table, and says what is wrong at the line") {
  Stage stage;
  const std::string yaml =
      "introduction: We close **two** centres.\n"
      "services:\n"
      "  - { service: Library, closes: 2021-01-04 }\n"
      "  - { service: Baths, closes: 2021-02, reopens: 2021-01 }\n";
  const std::string dump = stage.run("service-closures", values(stage, "service-closures", yaml));
  CHECK(dump.find("table/1 caption=\"Services that close\"") != std::string::npos);
  CHECK(dump.find("\"not yet known\"") != std::string::npos);
  CHECK(stage.said() ==
        Lines{"service-closures.yaml:4:49 error section-error: Reopens before it closes"});
}

TEST_CASE("The manifest that the compiler wrote is golden") {
  std::ostringstream text;
  text << std::ifstream(SHEAF_TEST_LIBRARIES "/everything.plugin.json", std::ios::binary).rdbuf();
  const auto json = sheaf::parse_json(text.str());
  REQUIRE(json);
  sheaf::test::check_golden("plugin/everything.plugin.json",
                            write_json(*json, sheaf::JsonStyle::Indented) + "\n");
}

TEST_CASE("What a plugin asks for is what the author of a layout is told to give") {
  Stage stage;
  const std::string yaml = "text: 1\nstate: shut\n";
  const auto start = stage.sources.add("short.yaml", yaml);
  const auto node = sheaf::config::read_yaml(yaml, start, stage.diagnostics);
  REQUIRE(node);
  sheaf::test::OneImage hooks;
  sheaf::model::conform(*node, stage.registry.find("everything")->parameters, "with", hooks,
                        stage.diagnostics);
  const Lines said = stage.said();
  const auto holds = [&said](const std::string& line) {
    return std::ranges::find(said, line) != said.end();
  };
  CHECK(
      holds("short.yaml:2:8 error wrong-type: with.state should be one of open, closed, not "
            "\"shut\""));
  CHECK(holds("short.yaml:1:1 error missing-value: with needs `image`"));
  CHECK_FALSE(holds("short.yaml:1:1 error missing-value: with needs `words`"));
  CHECK_FALSE(holds("short.yaml:1:1 error missing-value: with needs `absent`"));
}

TEST_CASE("What a field may come to is said at the line where more was typed") {
  Stage stage;
  const std::string yaml =
      "score: 7\nref: ab12\ncost: 0.49\nsince: 2009-03\nhashtags: [Good, \"#Bad\"]\n";
  values(stage, "everything", yaml);
  const Lines said = stage.said();
  const auto holds = [&said](const std::string& line) {
    return std::ranges::find(said, line) != said.end();
  };
  CHECK(holds("everything.yaml:1:8 error out-of-range: with.score should be 1 to 5, not \"7\""));
  CHECK(
      holds("everything.yaml:2:1 warning old-name: with calls `reference` by its earlier name, "
            "`ref`"));
  CHECK(
      holds("everything.yaml:2:6 error wrong-form: with.reference should be two capital letters "
            "and a number, not \"ab12\""));
  CHECK(
      holds("everything.yaml:3:7 error out-of-range: with.cost should be 0.50 to 1000, not "
            "\"0.49\""));
  CHECK(
      holds("everything.yaml:4:8 error out-of-range: with.since should be 2009-04 to 2030, not "
            "\"2009-03\""));
  CHECK(
      holds("everything.yaml:5:18 error wrong-form: with.hashtags[2] should be words without #, "
            "not \"#Bad\""));
}
