#include "data/total_row.hpp"

#include <catch2/catch.hpp>

#include "support/findings.hpp"

using namespace sheaf;
using Lines = std::vector<std::string>;

namespace {

Lines findings_of(const std::string& csv) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto table = data::read_csv(csv, sources.add("a.csv", csv), ',', diagnostics);
  data::report_total_row(*table, "grants", diagnostics);
  return test::findings(diagnostics, sources);
}

}  // namespace

TEST_CASE("A last row that is the total of those above is told") {
  CHECK(findings_of("name,cost,paid\nA,\"£1,250\",yes\nB,£350.50,\nTotal,\"£1,600.50\",\n") ==
        Lines{"a.csv:4:1 warning total-row: The last row of `grants` is a total: its `cost`, "
              "\"£1,600.50\", is the sum of those above"});
  CHECK(findings_of("id,name,cost\n1,A,2\n2,B,\n,Grand total:,2\n").size() == 1);
  CHECK(findings_of("name,cost\nA,1.125\nB,-0.025\nSUM,1.1\n").size() == 1);
}

TEST_CASE("A last row that is called a total, and is not the sum of those above, is told") {
  CHECK(findings_of("name,year,cost\nA,,2\nB,,3\nTotal,2020,\"£1,006\"\n") ==
        Lines{"a.csv:4:1 warning total-row: The last row of `grants` looks like a total row, but "
              "its `cost`, \"£1,006\", differs from the sum of those above, 5"});
  CHECK(findings_of("name,year,cost\nA,2019,2\nB,2020,3\nTotal,2020,5\n")[0].find("is a total") !=
        std::string::npos);
  CHECK(findings_of("name,cost\nA,2\nB,-2\nTotal,1\n").size() == 1);
}

TEST_CASE("A first row that is a total, a row between that is one of some, and a remark are told") {
  CHECK(findings_of("name,cost\nTotal,5\nA,2\nB,3\n") ==
        Lines{"a.csv:2:1 warning total-row: The first row of `grants` is a total: its `cost`, "
              "\"5\", is the sum of those below"});
  CHECK(findings_of("name,cost\nA,2\nSub-total,2\nB,3\n") ==
        Lines{"a.csv:3:1 warning total-row: A row of `grants` is a sum of others: it begins "
              "\"Sub-total\""});
  CHECK(findings_of("name,cost\nA,2\nB,3\nSource: finance system,\n") ==
        Lines{"a.csv:4:1 warning total-row: The last row of `grants` is a remark, and no row: "
              "\"Source: finance system\""});
  CHECK(findings_of("name,cost\nA,2\nB,3\nOverall,5\n").size() == 1);
  CHECK(findings_of("name,cost\nA,2\nB,3\nOverall,4\n").empty());
  CHECK(findings_of("name,cost\nA,2\nB,4\nAverage,3\n") ==
        Lines{"a.csv:4:1 warning total-row: The last row of `grants` looks like an average of the "
              "others: it begins \"Average\""});
  CHECK(findings_of("name,cost\nSource,2\nSources of help,3\nSubtotals Ltd,4\n").empty());
}

TEST_CASE("A last row of another name, or without a sum above it, is a row like others") {
  CHECK(findings_of("name,cost\nA,2\nB,3\nSummer fair,5\n").empty());
  CHECK(findings_of("name,cost\nA,2\nB,3\nTotal Care Ltd,5\n").empty());
  CHECK(findings_of("name,cost\nA,2\nTotal,2\nB,3\n").empty());
  CHECK(findings_of("name,cost\nA,lots\nB,3\nTotal,3\n").empty());
  CHECK(findings_of("name,cost\nA,0\nTotal,0\n").empty());
  CHECK(findings_of("name,cost\nTotal,5\n").empty());
  CHECK(findings_of("name,cost\n").empty());
}
