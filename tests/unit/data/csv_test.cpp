#include <random>

#include <catch2/catch.hpp>

#include "data/table.hpp"
#include "support/findings.hpp"

using namespace sheaf;
using Lines = std::vector<std::string>;

namespace {

struct Csv {
  SourceMap sources;
  Diagnostics diagnostics;
  Result<data::Table> table;
  std::optional<model::Node> rows;

  explicit Csv(const std::string& text, char separator = ',')
      : table(data::read_csv(text, sources.add("a.csv", text), separator, diagnostics)) {
    if (table && table->is_whole) rows = table->rows;
  }

  Lines findings() const { return test::findings(diagnostics, sources); }

  /// "due@2:9=2020-12-01" for each cell that is there.
  std::string cells() const {
    std::string out;
    for (const model::Node& row : rows->items) {
      for (const auto& [key, key_source, cell] : row.members) {
        if (cell.is_absent()) continue;
        const Location place = sources.locate(cell.source);
        out += fmt::format("{}@{}:{}={};", key, place.line, place.column, cell.text);
      }
    }
    return out;
  }
};

}  // namespace

TEST_CASE("Each cell knows its column and its place") {
  const Csv csv("action,due\nRecruit,2020-12-01\nTrain,\n");
  REQUIRE(csv.rows);
  CHECK(csv.findings().empty());
  CHECK(csv.cells() == "action@2:1=Recruit;due@2:9=2020-12-01;action@3:1=Train;");
  CHECK(csv.rows->items[1].find("due")->is_absent());
}

TEST_CASE("A header cell is the place of its column in every row") {
  const Csv csv("action,due\na,b\nc,d\n");
  for (const model::Node& row : csv.rows->items) {
    CHECK(csv.sources.locate(row.members[1].key_source).line == 1);
    CHECK(csv.sources.locate(row.members[1].key_source).column == 8);
  }
  CHECK(csv.sources.locate(csv.rows->source).line == 1);
}

TEST_CASE("Quoted cells hold commas, quotes and lines, and keep their spaces") {
  const Csv csv("a,b\r\n\"one, two\",\"say \"\"yes\"\"\"\r\n\" x \nline\" ,y\r\nlast,row");
  CHECK(csv.findings().empty());
  CHECK(csv.cells() ==
        "a@2:1=one, two;b@2:12=say \"yes\";a@3:1= x \nline;b@4:8=y;a@5:1=last;b@5:6=row;");
}

TEST_CASE(
    "Blanks around an amount or a date in quotes are dropped, and no-break ones of a heading") {
  const Csv csv("a\u00A0,\u202F b\n\" £1,250.00 \",\" 2020-10-01\"\n\" x \",\" 5 \"\n");
  CHECK(csv.findings().empty());
  CHECK(csv.cells() == "a@2:1=£1,250.00;b@2:15=2020-10-01;a@3:1= x ;b@3:7=5;");
}

TEST_CASE("A title above the header is to be taken out") {
  for (const char* text : {"Repairs\na,b,c\n1,2,3\n", "Repairs,,\na,b,c\n1,2,3\n"}) {
    const Csv csv(text);
    INFO(text);
    REQUIRE(csv.diagnostics.all().size() == 1);
    CHECK(csv.diagnostics.all()[0].help ==
          "If the first line is a title, take it out: the first line names the columns");
  }
}

TEST_CASE("A byte order mark, spaces around cells and empty lines are no content") {
  const Csv csv(
      "\xEF\xBB\xBF"
      "a , b\n\n  1 ,2  \n,\n   \n");
  CHECK(csv.findings() ==
        Lines{"a.csv:5:4 error csv-ragged: This row has 1 cell, but the first line names 2 "
              "columns"});
  const Csv good(
      "\xEF\xBB\xBF"
      "a , b\n\n  1 ,2  \n,\n");
  CHECK(good.cells() == "a@3:3=1;b@3:6=2;");
}

TEST_CASE("Every ragged row is reported, at the cell too many or at its start") {
  const Csv csv("a,b\n1,2,3\n4\n5,6\n");
  CHECK(
      csv.findings() ==
      Lines{"a.csv:2:5 error csv-ragged: This row has 3 cells, but the first line names 2 columns",
            "a.csv:3:1 error csv-ragged: This row has 1 cell, but the first line names 2 "
            "columns"});
  CHECK_FALSE(csv.rows);
}

TEST_CASE("Columns have names, each its own") {
  CHECK(Csv("a,,a\n1,2,3\n").findings() ==
        Lines{"a.csv:1:3 error csv-empty-column: Column 2 has no name",
              "a.csv:1:4 error csv-duplicate-column: There are two columns `a`"});
  CHECK(Csv("Visits 2020,,\n1,2,3\n").findings() ==
        Lines{"a.csv:1:13 error csv-empty-column: Only the first column has a name"});
  CHECK(Csv("a,,,d\n1,2,3,4\n").findings() ==
        Lines{"a.csv:1:3 error csv-empty-column: Column 2 has no name",
              "a.csv:1:4 error csv-empty-column: Column 3 has no name"});
  CHECK(Csv("a;b\n1;2\n").findings() ==
        Lines{"a.csv:1:1 error csv-separator: The columns are not separated by a comma"});
  CHECK(Csv("").findings() == Lines{"a.csv:0:0 error csv-empty: The file is empty"});
  CHECK(Csv("\n\n").findings() == Lines{"a.csv:3:1 error csv-empty: The file is empty"});
}

TEST_CASE("Quotes that do not fit are reported where they stand, and reading goes on") {
  CHECK(Csv("a,b\nsay \"yes\",1\n\"x\" y,2\n3\n").findings() ==
        Lines{"a.csv:2:5 error csv-stray-quote: A quotation mark stands inside a cell without "
              "quotes",
              "a.csv:3:5 error csv-stray-quote: Text follows the quotation mark that ends the cell",
              "a.csv:4:1 error csv-ragged: This row has 1 cell, but the first line names 2 "
              "columns"});
  CHECK(Csv("a,b\n1,\"two\n3,4\n").findings() ==
        Lines{"a.csv:2:3 error csv-unclosed-quote: The quotation mark that begins this cell is not "
              "closed"});
}

TEST_CASE("A quote that a later one seems to close is told where it opens") {
  const Csv csv("a,b\n1,2\n3,\"two\n4,5\n\"six\",7\n");
  CHECK(csv.findings() ==
        Lines{"a.csv:3:3 error csv-unclosed-quote: The quotation mark that begins this cell is not "
              "closed"});
  REQUIRE(csv.table);  // for what else is wrong in the rows above
  CHECK_FALSE(csv.table->is_whole);
  CHECK(csv.table->rows.items.size() == 1);
}

TEST_CASE("A quote that the next cell's seems to close is told where it opens, with rows below") {
  const Csv csv("a,b,c\n\"one, two,\"3\",4\n5,6\n");
  CHECK(csv.findings() ==
        Lines{"a.csv:2:1 error csv-unclosed-quote: The quotation mark that begins this cell is not "
              "closed",
              "a.csv:3:1 error csv-ragged: This row has 2 cells, but the first line names 3 "
              "columns"});
}

TEST_CASE("An amount whose comma makes it two cells is told where it stands, and put in quotes") {
  const Csv csv("name,cost,paid\nA,£1,350.00,yes\nB,\"£2,000\",no\nC,\"x\",£1,350,000\n");
  CHECK(csv.findings() ==
        Lines{"a.csv:2:3 error csv-ragged: This row has 4 cells, but the first line names 3 "
              "columns",
              "a.csv:4:7 error csv-ragged: This row has 5 cells, but the first line names 3 "
              "columns"});
  CHECK(csv.diagnostics.all()[0].help == "Put an amount with a comma in quotes: \"£1,350.00\"");
  REQUIRE(csv.diagnostics.all()[1].fixes.size() == 1);
  CHECK(csv.diagnostics.all()[1].fixes[0].replacement == "\"£1,350,000\"");
}

TEST_CASE("What may be no amount with a comma is left to the author") {
  for (const std::string row : {"A,£1,350.00,yes,no", "A,£1,35,yes", "A,£1,3500,yes", "A,1,350,yes",
                                "\"A,£1,350,\",1,2,3", "A,£1350,350,yes"}) {
    const Csv csv("name,cost,paid\n" + row + "\n");
    REQUIRE(csv.diagnostics.all().size() == 1);
    CHECK(csv.diagnostics.all()[0].help ==
          "Put a cell that contains a comma in quotes, or take out one too many");
    CHECK(csv.diagnostics.all()[0].fixes.empty());
  }
}

TEST_CASE("A separator that differs between the first line and the rows is told once") {
  const std::string rows = "1,2,3\n4,5,6\n";
  const std::string told =
      "a.csv:1:2 error csv-separator: The first line has a semicolon where the "
      "rows have a comma";
  CHECK(Csv("a;b,c\n" + rows).findings() == Lines{told});
  CHECK(Csv("a;b,c\n1,2,3\n").findings() == Lines{told});
  const Csv all("a;b;c\n" + rows);
  REQUIRE(all.findings() ==
          Lines{"a.csv:1:1 error csv-separator: The columns are not separated by a comma"});
  CHECK(all.diagnostics.all()[0].help == "Write a comma between them, as in the rows below");
  CHECK(Csv("a;b;c\n" + rows, ';').findings() ==
        Lines{"a.csv:2:2 error csv-separator: The rows have a comma where the first line has a "
              "semicolon"});
  CHECK(Csv("a,b\n1\t2\n3\t4\n").findings() ==
        Lines{"a.csv:2:2 error csv-separator: The rows have a tab where the first line has a "
              "comma"});
}

TEST_CASE("Rows that all have one number of cells, and not that of the first line, are told once") {
  CHECK(
      Csv("a,b\n1,2,3\n4,5,6\n").findings() ==
      Lines{"a.csv:2:5 error csv-ragged: The rows, of which this is the first, have 3 cells each, "
            "but the first line names 2 columns"});
  CHECK(
      Csv("a,b;c\n1,2,3,4\n5,6,7,8\n").findings() ==
      Lines{"a.csv:2:5 error csv-ragged: The rows, of which this is the first, have 4 cells each, "
            "but the first line names 2 columns"});
  CHECK(Csv("a,b\n1\n2\n").findings() ==
        Lines{"a.csv:2:1 error csv-ragged: The rows, of which this is the first, have 1 cell each, "
              "but the first line names 2 columns"});
}

TEST_CASE("Lines that end as on an old Mac say so") {
  CHECK(Csv("a,b\r1,2\r").findings() ==
        Lines{"a.csv:1:4 error csv-line-end: This line ends in a lone carriage return"});
}

TEST_CASE("Whatever the cells hold, they come back as they were written") {
  std::minstd_rand random(7);
  const std::vector<std::string> pieces = {"a",  "é",    " ", ",",     "\"",
                                           "\n", "\r\n", ";", "((x))", ""};
  for (int round = 0; round < 200; ++round) {
    std::string text = "a,b,c\r\n";
    std::vector<std::string> written;
    for (int i = 0; i < 12; ++i) {
      std::string cell = "x";  // a row of empty cells is no row
      for (int n = 0; n < 4; ++n) cell += pieces[random() % pieces.size()];
      text += '"';
      for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
      text += i % 3 == 2 ? "\"\r\n" : "\",";
      written.push_back(cell);
    }
    const Csv csv(text);
    REQUIRE(csv.findings() == Lines{});
    std::vector<std::string> read;
    for (const model::Node& row : csv.rows->items) {
      for (const auto& [key, key_source, cell] : row.members) read.push_back(cell.text);
    }
    CHECK(read == written);
  }
}

TEST_CASE("Any bytes end in rows or in findings inside the file") {
  std::minstd_rand random(11);
  const std::string_view bytes = "ab,,\"\"\n\r\t ;\xC3\xA9";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += bytes[random() % bytes.size()];
    const Csv csv(text);
    CHECK(csv.rows.has_value() == (csv.diagnostics.errors() == 0));
    for (const Diagnostic& one : csv.diagnostics.all()) {
      CHECK(one.source.offset >= 1);
      CHECK(one.source.offset <= text.size() + 1);
    }
  }
}

TEST_CASE("A table without rows is a table") {
  const Csv csv("a,b\n");
  REQUIRE(csv.rows);
  CHECK(csv.rows->items.empty());
}

TEST_CASE("A table that would fill the memory is refused") {
  std::string text = "a\n";
  for (std::size_t i = 0; i <= data::kMostCells; ++i) text += "1\n";
  const Csv csv(text);
  CHECK_FALSE(csv.rows);
  REQUIRE(csv.findings().size() == 1);
  CHECK(csv.findings()[0].find("data-too-large") != std::string::npos);
}

TEST_CASE("A table has two thousand columns at most") {
  const auto header = [](int columns) {
    std::string text = "c0";
    for (int i = 1; i < columns; ++i) text += fmt::format(",c{}", i);
    return text + "\n";
  };
  CHECK(Csv(header(2'000)).findings() == Lines{});
  CHECK(Csv(header(100'000)).findings() ==
        Lines{"a.csv:1:10891 error data-too-large: The table has more than 2000 columns"});
  CHECK(Csv("a,b\n" + std::string(1'000'000, ',') + "\n1,2\n").findings() ==
        Lines{"a.csv:2:3 error csv-ragged: This row has 2001 cells, but the first line names 2 "
              "columns"});
}

TEST_CASE("Of a table with a hundred thousand mistakes, a thousand are told and the rest is said") {
  std::string text = "a,b\n";
  for (int row = 0; row < 100'000; ++row) text += row % 2 ? "1\n" : "1,2,3\n";
  const Csv csv(text);
  REQUIRE(csv.diagnostics.all().size() == 1'001);
  CHECK(csv.findings().back().starts_with("a.csv:1002:5 error too-many-findings"));
}

TEST_CASE("A cell of more than 64 KB is refused where it begins") {
  CHECK(Csv("a,b\n1," + std::string(65'536, 'x') + "\n").findings().empty());
  const Csv large("a,b\n1," + std::string(65'537, 'x') + "\n");
  CHECK(large.findings() == Lines{"a.csv:2:3 error data-too-large: This cell has 65537 bytes, and "
                                  "a cell may have 65536"});
}
