// Rows of any columns.

#include <catch2/catch.hpp>

#include "office.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Lines = std::vector<std::string>;

namespace {

/// "cost money", for each column.
Lines columns_of(const model::Value& table) {
  Lines columns;
  for (const model::Value& column : table.find("columns")->items) {
    columns.push_back(column.find("name")->text + " " + column.find("type")->text);
  }
  return columns;
}

}  // namespace

TEST_CASE("Rows of any columns are typed by their data's columns, and keep their places") {
  Office office;
  office.add("grants.csv", "service,paid,on\nFuel,1250,14/12/2020\nMeals,,\n");
  office.bind_update(
      "{ any: { data: grants } }",
      "data: { grants: { file: grants.csv, columns: { paid: money, on: date } } }\n");
  CHECK(office.findings().empty());
  const model::Value table = office.value("any");
  CHECK(columns_of(table) == Lines{"service text", "paid money", "on date"});
  const auto& rows = table.find("rows")->items;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].find("paid")->kind == model::ValueKind::Money);
  CHECK(model::canonical_text(*rows[0].find("on")) == "2020-12-14");
  const auto place = [&](const model::Value* cell) {
    const Location at = office.sources.locate(cell->source);
    CHECK(at.path.ends_with("grants.csv"));
    return std::pair(at.line, at.column);
  };
  CHECK(place(rows[0].find("paid")) == std::pair(2, 6));
  REQUIRE(rows[1].find("paid"));
  CHECK(rows[1].find("paid")->is_absent());
  CHECK(place(rows[1].find("on")) == std::pair(3, 8));
}

TEST_CASE("Rows that are typed in place are typed by their cells, placeholders filled in") {
  Office office;
  office.bind_update("{ any: [{ what: In ((meeting.date as month)), sum: £12 }, { sum: £3.50 }] }");
  CHECK(office.findings().empty());
  const model::Value table = office.value("any");
  CHECK(columns_of(table) == Lines{"what text", "sum money"});
  CHECK(table.find("rows")->items[0].find("what")->text == "In November 2020");
}

TEST_CASE("A table without rows still has the columns of its file") {
  Office office;
  office.add("grants.csv", "service,paid\n");
  office.bind_update("{ any: { data: grants } }", "data: { grants: grants.csv }\n");
  CHECK(columns_of(office.value("any")) == Lines{"service text", "paid text"});
  CHECK(office.value("any").find("rows")->items.empty());
}

TEST_CASE("What is no row, no cell and no data is told at its place") {
  CHECK(Office().bind_update("{ any: [{ a: [1] }, x] }").findings() ==
        Lines{"report.yaml:7:24 error wrong-type: with.any[1].a should be text, not a list",
              "report.yaml:7:31 error wrong-type: with.any[2] should be a map, not \"x\""});
  CHECK(Office().bind_update("{ any: { data: grants } }").findings() ==
        Lines{"report.yaml:7:26 error unknown-data: There is no data `grants`"});
  CHECK(Office().bind_update("{ any: { file: grants.csv } }").help() ==
        Lines{"Name the file under `data:`, and write { data: NAME } here"});
  CHECK(Office().bind_update("{ any: [{ a: ((nix)) }] }").findings() ==
        Lines{"report.yaml:7:24 error unknown-value: There is no value `nix`"});
}
