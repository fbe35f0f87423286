#include <catch2/catch.hpp>

#include "cli/finding_formats.hpp"

using namespace sheaf;

namespace {

struct Findings {
  SourceMap sources;
  Diagnostics diagnostics;
  SourceId start = sources.add("a b/é,1.yaml", "title: A\nstatus: drft\n");

  Json sarif() { return cli::sarif_of(diagnostics, sources, {}, "1.0"); }
  const Json* result(const Json& log, std::size_t index) {
    return &log.find("runs")->items[0].find("results")->items.at(index);
  }
};

}  // namespace

TEST_CASE("GitHub's annotations escape what would end a property or a line") {
  Findings found;
  found.diagnostics.error("a-b", found.start + 17, "50% is\nwrong: really", "Mend it");
  CHECK(cli::github_of(found.diagnostics, found.sources) ==
        "::error file=a b/é%2C1.yaml,line=2,col=9,title=a-b::50%25 is%0Awrong: really. Mend it\n");
}

TEST_CASE("GitHub is told of advice as a notice, and of no file when there is none") {
  Findings found;
  found.diagnostics.advice("a", {}, "Well");
  found.diagnostics.warning("b", found.sources.add("--set x=1", "1"), "Hm");
  CHECK(cli::github_of(found.diagnostics, found.sources) ==
        "::warning title=b::Hm\n::notice title=a::Well\n");
}

TEST_CASE("A SARIF result has its rule, level, file and region") {
  Findings found;
  found.diagnostics.error("wrong-type", found.start + 17, "Wrong").fixes = {
      {found.start + 17, "drft", "draft"}};
  found.diagnostics.error("wrong-type", found.start, "Wrong, too");
  const Json log = found.sarif();
  CHECK(log.find("version")->text == "2.1.0");
  const Json& driver = *log.find("runs")->items[0].find("tool")->find("driver");
  CHECK(driver.find("rules")->items.size() == 1);
  const Json* result = found.result(log, 1);
  CHECK(result->find("ruleId")->text == "wrong-type");
  CHECK(result->find("ruleIndex")->text == "0");
  CHECK(result->find("level")->text == "error");
  const Json& place = *result->find("locations")->items[0].find("physicalLocation");
  CHECK(place.find("artifactLocation")->find("uri")->text == "a%20b/%C3%A9%2C1.yaml");
  CHECK(write_json(*place.find("region")) == R"({"startLine":2,"startColumn":9})");
  CHECK(write_json(*result->find("fixes")->items[0].find("artifactChanges")) ==
        R"([{"artifactLocation":{"uri":"a%20b/%C3%A9%2C1.yaml"},"replacements":[{"deletedRegion":)"
        R"({"startLine":2,"startColumn":9,"endLine":2,"endColumn":13},"insertedContent":)"
        R"({"text":"draft"}}]}])");
}

TEST_CASE("A SARIF result about no file has no location") {
  Findings found;
  found.diagnostics.error("cannot-write", {}, "No");
  const Json log = found.sarif();
  CHECK(found.result(log, 0)->find("locations") == nullptr);
}
