#include "data/columns.hpp"

#include <catch2/catch.hpp>

#include "support/findings.hpp"

using namespace sheaf;
using Lines = std::vector<std::string>;

namespace {

struct Columns {
  SourceMap sources;
  Diagnostics diagnostics;
  data::Table table;

  explicit Columns(const std::string& csv) {
    table = *data::read_csv(csv, sources.add("a.csv", csv), ',', diagnostics);
  }

  /// "cost: money" declares.
  bool declare(std::initializer_list<std::pair<std::string, std::string>> types) {
    std::vector<model::Member> members;
    for (const auto& [name, type] : types) {
      members.push_back({name, {}, model::text_node(type, {})});
    }
    return declare_columns(table, members, "spend", diagnostics);
  }

  std::string cell(std::size_t row, std::string_view column) const {
    return table.rows.items.at(row).find(column)->text;
  }
};

/// The type that a column with these cells is taken for.
std::string_view inferred(const std::vector<std::string>& cells,
                          const std::string& name = "column") {
  std::string csv = name + ",x\n";
  for (const std::string& cell : cells) csv += "\"" + cell + "\",x\n";
  Columns columns(csv);
  infer_columns(columns.table);
  return name_of(columns.table.columns[0].type);
}

}  // namespace

TEST_CASE("A column is what all its cells are") {
  CHECK(inferred({"yes", "No", "TRUE"}) == "yes/no");
  CHECK(inferred({"12", "-3", "1,250", "0"}) == "whole");
  CHECK(inferred({"12", "-3.5", ".5"}) == "decimal");
  CHECK(inferred({"£12", "7.50", "-£1,250.00"}) == "money");
  CHECK(inferred({"2020-11-25", "2019-02-28"}) == "date");
  CHECK(inferred({"2020-11", "2019-02"}) == "month");
  CHECK(inferred({"on track", "complete"}) == "text");
}

TEST_CASE("One cell that does not fit makes its column text") {
  CHECK(inferred({"12", "a dozen"}) == "text");
  CHECK(inferred({"2020-11-25", "2020-12"}) == "text");
  CHECK(inferred({"2020-11-25", "2020-02-30"}) == "text");
  CHECK(inferred({"£12.50", "£12.5"}) == "text");
  CHECK(inferred({"yes", "1"}) == "text");
}

TEST_CASE("Empty cells say nothing, and a column of them is text") {
  CHECK(inferred({"12", "", "13"}) == "whole");
  CHECK(inferred({"", ""}) == "text");
  CHECK(inferred({}) == "text");
}

TEST_CASE("Numbers with a leading zero and dates with the day first are not guessed at") {
  CHECK(inferred({"0115", "12"}) == "text");
  CHECK(inferred({"007"}) == "text");
  CHECK(inferred({"0.5", "0"}) == "decimal");
  CHECK(inferred({"05/11/2020"}) == "text");
}

TEST_CASE("Years and references are codes, and are not counted") {
  CHECK(inferred({"2019", "2020"}, "Financial year") == "code");
  CHECK(inferred({"1950", "2010"}, "visits") == "whole");
  CHECK(inferred({"1950", "2010"}, "Year to date") == "whole");
  CHECK(inferred({"1950", "2010"}, "year_end") == "whole");
  CHECK(inferred({"2019"}, "Year built") == "code");
  CHECK(inferred({"1950", "2013"}, "This year") == "whole");
  CHECK(inferred({"2019", "2120"}) == "whole");
  CHECK(inferred({"2,019", "2,020"}) == "whole");
  CHECK(inferred({"104105", "98"}, "Reference") == "code");
  CHECK(inferred({"104105", "98"}, "case_number") == "code");
  CHECK(inferred({"104105", "98"}, "Number") == "whole");
  CHECK(inferred({"1", "998"}, "id") == "whole");
  CHECK(inferred({"7911123456", "1159155555"}) == "code");
  CHECK(inferred({"791112345", "115915555"}) == "whole");
  CHECK(inferred({"12345678901234567890123", "12345678901234567890124"}) == "text");
}

TEST_CASE("Financial years are no months") {
  CHECK(inferred({"2010-11", "2011-12"}) == "text");
  CHECK(inferred({"2019-20", "2010-11"}) == "text");
  CHECK(inferred({"2011-12"}) == "month");
  CHECK(inferred({"2011-12"}, "Financial year") == "text");
  CHECK(inferred({"2020-11", "2020-12"}) == "month");
  Columns columns("year\n2010-11\n2011-12\n2012-13\n");
  infer_columns(columns.table);
  CHECK_FALSE(find_misfit(columns.table, columns.table.columns[0]));
}

TEST_CASE("A declared code is digits as they are typed") {
  Columns columns("id,n\n7,2019\n104105,2020\n");
  CHECK(columns.declare({{"id", "code"}, {"n", "whole"}}));
  CHECK(columns.cell(1, "id") == "104105");
  CHECK(columns.table.find("n")->type == data::ColumnType::Whole);
  for (const char* cell : {"1,250", "0115", "HR-1", "99999999999999999999"}) {
    Columns other(std::string("id\n\"") + cell + "\"\n");
    INFO(cell);
    CHECK_FALSE(other.declare({{"id", "code"}}));
  }
}

TEST_CASE("A declared column reads what people type, and gives it one form") {
  Columns columns("due,cost,open,phone\n5/1/2020,\"£1,250.5\",Yes,0115\n2020-11-25,12.50,no,7\n");
  CHECK(columns.declare({{"due", "date"}, {"cost", "money"}, {"open", "yes/no"}}));
  CHECK(columns.cell(0, "due") == "2020-01-05");
  CHECK(columns.cell(1, "due") == "2020-11-25");
  CHECK(columns.cell(0, "cost") == "1250.50");
  CHECK(columns.cell(0, "open") == "yes");
  CHECK(columns.declare({{"phone", "text"}}));
  infer_columns(columns.table);
  CHECK(columns.table.find("phone")->type == data::ColumnType::Text);
  CHECK(columns.table.find("phone")->declared);
}

TEST_CASE("A cell that is not what its column holds is reported where it stands") {
  Columns columns("action,due\nRecruit,2020-11-25\nTrain,next week\nPublish,30/2/2020\n");
  CHECK_FALSE(columns.declare({{"due", "date"}}));
  CHECK(test::findings(columns.diagnostics, columns.sources) ==
        Lines{"a.csv:3:7 error bad-cell: \"next week\" is not a date, which the column `due` of "
              "`spend` holds",
              "a.csv:4:9 error bad-cell: \"30/2/2020\" is not a date, which the column `due` of "
              "`spend` holds"});
}

TEST_CASE("A declared column that is not there is reported with the nearest that is") {
  Columns columns("action,due\nRecruit,2020-11-25\n");
  CHECK_FALSE(columns.declare({{"dues", "date"}}));
  REQUIRE(columns.diagnostics.all().size() == 1);
  CHECK(columns.diagnostics.all()[0].message == "The data `spend` has no column `dues`");
  CHECK(columns.diagnostics.all()[0].help == "Did you mean `due`?");
}

TEST_CASE("Money takes no more and no less than pence") {
  for (const char* amount : {"12.505", "£", "-", "1.2.3", "12.", "about 5"}) {
    Columns columns(std::string("cost\n") + amount + "\n");
    INFO(amount);
    CHECK_FALSE(columns.declare({{"cost", "money"}}));
  }
}

TEST_CASE("The cell that keeps a column from being of one type is found") {
  Columns columns("cost,name\n£12,A\n310 pounds,B\n£7,C\n");
  infer_columns(columns.table);
  const auto misfit = find_misfit(columns.table, columns.table.columns[0]);
  REQUIRE(misfit);
  CHECK(misfit->cell->text == "310 pounds");
  CHECK(misfit->further.empty());
  CHECK_FALSE(find_misfit(columns.table, columns.table.columns[1]));
}

TEST_CASE("A cell that makes text of a column of money is warned of where it stands") {
  Columns columns("name,amount\nA,£2300\nB,£450.50\nC,£160O\nD,£75\n");
  report_mixed_columns(columns.table, "grants", columns.diagnostics);
  CHECK(test::findings(columns.diagnostics, columns.sources) ==
        Lines{"a.csv:4:3 warning mixed-column: The column `amount` of `grants` is taken as text "
              "because of \"£160O\": 3 of its 4 cells hold an amount of money"});
  CHECK(columns.diagnostics.all()[0].help ==
        "Write pounds, or pounds and pence, such as 1250 or £12.50, leave the cell empty if it is "
        "not known, or declare `{ file: …, columns: { amount: "
        "text } }`");
}

TEST_CASE(
    "A date in another form than the rest of its column is warned of with the date to write") {
  Columns columns("due\n2020-10-05\n19/10/2020\n2020-10-06\n2020-10-07\n");
  report_mixed_columns(columns.table, "grants", columns.diagnostics);
  REQUIRE(columns.diagnostics.all().size() == 1);
  CHECK(columns.diagnostics.all()[0].help ==
        "Write 2020-10-19, leave the cell empty if it is not known, or declare `{ file: …, "
        "columns: { due: "
        "text } }`");
  REQUIRE(columns.diagnostics.all()[0].fixes.size() == 1);
  CHECK(columns.diagnostics.all()[0].fixes[0].typed == "19/10/2020");
  CHECK(columns.diagnostics.all()[0].fixes[0].replacement == "2020-10-19");
}

TEST_CASE(
    "Of a column with several odd cells the warning names each, and cures those that are sure") {
  Columns columns(
      "due\n2020-10-05\n19/10/2020\n2020-10-06\n10/12/2020\n20.10.2020\n2020-10-07\n2020-10-08\n");
  report_mixed_columns(columns.table, "grants", columns.diagnostics);
  CHECK(test::findings(columns.diagnostics, columns.sources) ==
        Lines{"a.csv:3:1 warning mixed-column: The column `due` of `grants` is taken as text "
              "because of \"19/10/2020\" and 2 other cells: 4 of its 7 cells hold a date"});
  const Diagnostic& one = columns.diagnostics.all()[0];
  CHECK(one.help.starts_with("Write dates as 2020-11-25, "));
  REQUIRE(one.notes.size() == 2);
  CHECK(one.notes[0].text == "\"10/12/2020\", too");
  CHECK(columns.sources.locate(one.notes[1].source).line == 6);
  REQUIRE(one.fixes.size() == 2);
  CHECK(one.fixes[1].replacement == "2020-10-20");
}

TEST_CASE("A word among yes and no is warned of, and so are two odd amounts of five") {
  Columns columns("paid,cost\nyes,£1\nno,£160O\nyes,£3\npending,£24OO\nno,£5\n");
  report_mixed_columns(columns.table, "grants", columns.diagnostics);
  CHECK(test::findings(columns.diagnostics, columns.sources) ==
        Lines{"a.csv:5:1 warning mixed-column: The column `paid` of `grants` is taken as text "
              "because of \"pending\": 4 of its 5 cells hold yes or no",
              "a.csv:3:4 warning mixed-column: The column `cost` of `grants` is taken as text "
              "because of \"£160O\" and 1 other cell: 3 of its 5 cells hold an amount of money"});
}

TEST_CASE("Two cells of three show what a column is meant to hold, one of two does not") {
  Columns three("cost\n£1\n£160O\n£5\n");
  report_mixed_columns(three.table, "grants", three.diagnostics);
  CHECK(test::findings(three.diagnostics, three.sources) ==
        Lines{"a.csv:3:1 warning mixed-column: The column `cost` of `grants` is taken as text "
              "because of \"£160O\": 2 of its 3 cells hold an amount of money"});
  Columns two("cost\n£1\n£160O\n");
  report_mixed_columns(two.table, "grants", two.diagnostics);
  CHECK(two.diagnostics.all().empty());
}

TEST_CASE("A declared column of days cures the date that only one day can be") {
  Columns columns("due\n19.10.2020\n10.12.2020\n19 October\n");
  CHECK_FALSE(columns.declare({{"due", "date"}}));
  REQUIRE(columns.diagnostics.all().size() == 3);
  REQUIRE(columns.diagnostics.all()[0].fixes.size() == 1);
  CHECK(columns.diagnostics.all()[0].fixes[0].replacement == "2020-10-19");
  CHECK(columns.diagnostics.all()[0].help == "Write 2020-10-19");
  CHECK(columns.diagnostics.all()[1].fixes.empty());
  CHECK(columns.diagnostics.all()[2].fixes.empty());
}

TEST_CASE("A declared column that is misspelt is cured when no other can be meant") {
  Columns columns("action,due date\nRecruit,2020-11-25\n");
  CHECK_FALSE(columns.declare({{"Due date", "date"}}));
  REQUIRE(columns.diagnostics.all()[0].fixes.size() == 1);
  CHECK(columns.diagnostics.all()[0].fixes[0].replacement == "due date");
}

TEST_CASE("A date that reads in two ways is warned of with both") {
  Columns columns("due\n2020-10-05\n10/12/2020\n2020-10-06\n2020-10-07\n");
  report_mixed_columns(columns.table, "grants", columns.diagnostics);
  REQUIRE(columns.diagnostics.all().size() == 1);
  CHECK(columns.diagnostics.all()[0].help ==
        "Write 2020-12-10, or 2020-10-12 if the month comes first, leave the cell empty if it is "
        "not known, or declare `{ file: …, columns: { due: "
        "text } }`");
}

TEST_CASE("Days, months and years in one column are not warned of") {
  Columns columns("due\n2020-10\n2020-11\n2020-12-16\n2021-01\n2021\n2021-02\n2021-03\n");
  report_mixed_columns(columns.table, "actions", columns.diagnostics);
  CHECK(test::findings(columns.diagnostics, columns.sources) == Lines{});
}

TEST_CASE("Columns of one type, of text, of few cells and of many misfits are not warned of") {
  Columns columns(
      "name,cost,few,many,answer,declared\nA,1,1,1,yes,1\nB,,x,2,no,2\nC,3,,3,partly,3\nD,4,,x,"
      "not yet,"
      "x\nE,5,,y,,5\nF,6,,z,,6\n");
  REQUIRE(columns.declare({{"declared", "text"}}));
  report_mixed_columns(columns.table, "grants", columns.diagnostics);
  CHECK(test::findings(columns.diagnostics, columns.sources) == Lines{});
}

namespace {

/// "help [replacement]" of each finding about a column of days with these cells.
Lines cures_of_dates(const std::vector<std::string>& cells) {
  std::string csv = "due,x\n";
  for (const std::string& cell : cells) csv += cell + ",x\n";
  Columns columns(csv);
  columns.declare({{"due", "date"}});
  Lines cures;
  for (const Diagnostic& finding : columns.diagnostics.all()) {
    std::string cure = finding.help;
    for (const Fix& fix : finding.fixes) cure += " [" + fix.replacement + "]";
    cures.push_back(std::move(cure));
  }
  return cures;
}

}  // namespace

TEST_CASE("A day that is in no calendar is said to be so") {
  CHECK(cures_of_dates({"31/11/2020", "2020-02-30", "30/13/2020"}) ==
        Lines{"Look the date up in a calendar, as November 2020 has 30 days",
              "Look the date up in a calendar, as February 2020 has 29 days",
              "Look the date up in a calendar, as there is no month 13"});
}

TEST_CASE("A spreadsheet's short dates are spelled out, and mended only with their century") {
  CHECK(cures_of_dates({"01/12/20", "01-Dec-20", "1-Dec-2020", "soon"}) ==
        Lines{"Write 2020-12-01, or 2020-01-12 if the month comes first", "Write 2020-12-01",
              "Write 2020-12-01 [2020-12-01]", "Write 2020-11-25 or 25/11/2020"});
}

TEST_CASE("A month-first date is mended alone, but not where others can be read both ways") {
  CHECK(cures_of_dates({"12/31/2020", "2020-12-01", "12/12/2020"}) ==
        Lines{"Write 2020-12-31 [2020-12-31]"});
  CHECK(cures_of_dates({"12/31/2020", "12/01/2020", "25/11/2020"}) ==
        Lines{"Write 2020-12-31 [2020-12-31]"});
  CHECK(cures_of_dates({"12/01/2020", "12/31/2020"}) ==
        Lines{"Write 2020-12-31 if this cell alone has the month first; if the whole column has, "
              "write all its dates so, 2020-12-01 for 12/01/2020"});
  CHECK(cures_of_dates({"12/01/2020", "12/31/2020", "12/30/2020"})[0] ==
        "The month comes first in this column: write 2020-12-31, and 2020-12-01 for 12/01/2020 and "
        "so on");
}

TEST_CASE("A day with the time of midnight is a day") {
  CHECK(cures_of_dates({"01/10/2020 00:00", "2020-10-01 00:00:00"}) ==
        Lines{"Write 2020-10-01, or 2020-01-10 if the month comes first, without the time",
              "Write 2020-10-01, without the time"});
}

TEST_CASE("A cell that says nothing may be left empty, and a spreadsheet's zero is named") {
  Columns columns("cost\n-\nn/a\nlots\n£ -   \n");
  CHECK_FALSE(columns.declare({{"cost", "money"}}));
  Lines helps;
  for (const Diagnostic& one : columns.diagnostics.all()) helps.push_back(one.help);
  CHECK(helps ==
        Lines{"Write pounds, or pounds and pence, such as 1250 or £12.50, or leave the cell "
              "empty",
              "Write pounds, or pounds and pence, such as 1250 or £12.50, or leave the cell "
              "empty",
              "Write pounds, or pounds and pence, such as 1250 or £12.50",
              "Write 0: this is how a spreadsheet shows zero in its format for accounts"});
}

TEST_CASE("Among days, month-first dates of a mixed column are not mended unasked") {
  Columns columns("due,x\n2020-12-01,x\n2020-12-02,x\n2020-12-03,x\n12/31/2020,x\n12/01/2020,x\n");
  report_mixed_columns(columns.table, "spend", columns.diagnostics);
  REQUIRE(columns.diagnostics.all().size() == 1);
  CHECK(columns.diagnostics.all()[0].fixes.empty());
  CHECK(columns.diagnostics.all()[0].help.starts_with("Write 2020-12-31 if this cell alone"));
}

TEST_CASE("A no-break space in a cell is named, and taken out") {
  Columns columns("cost,x\n£250,x\n£350.00\u00A0,x\n£75,x\n£1\u202F000,x\n£5,x\n");
  report_mixed_columns(columns.table, "spend", columns.diagnostics);
  REQUIRE(columns.diagnostics.all().size() == 1);
  const Diagnostic& finding = columns.diagnostics.all()[0];
  CHECK(finding.help.starts_with("Write £350.00, without the no-break space in the cell"));
  REQUIRE(finding.fixes.size() == 2);
  CHECK(finding.fixes[1].replacement == "£1000");
}

TEST_CASE("A no-break space that is not before three digits is left, as nobody knows the number") {
  Columns columns("cost,x\n250,x\n10\u00A012,x\n1\u00A0250\u00A0000,x\n75,x\n80,x\n81,x\n");
  report_mixed_columns(columns.table, "spend", columns.diagnostics);
  REQUIRE(columns.diagnostics.all().size() == 1);
  const Diagnostic& finding = columns.diagnostics.all()[0];
  CHECK(finding.help.starts_with("Look which number is meant"));
  REQUIRE(finding.fixes.size() == 1);
  CHECK(finding.fixes[0].replacement == "1250000");
}

TEST_CASE("A column of days with the month first is told, though all its cells are alike") {
  Columns columns("due,paid,seen\n12/01/2020,12/01/2020,3/5/2020\n12/31/2020,25/11/2020,\n");
  report_mixed_columns(columns.table, "spend", columns.diagnostics);
  CHECK(
      test::findings(columns.diagnostics, columns.sources) ==
      Lines{"a.csv:1:1 warning month-first: The column `due` of `spend` has a date with the month "
            "first, 12/31/2020"});
  CHECK(columns.diagnostics.all()[0].help ==
        "Write 2020-12-31 for 12/31/2020; and if the whole column has the month first, write all "
        "its dates so, 2020-12-01 for 12/01/2020");
  Columns sure("due,x\n12/01/2020,x\n12/31/2020,x\n12/30/2020,x\n");
  report_mixed_columns(sure.table, "spend", sure.diagnostics);
  CHECK(sure.diagnostics.all()[0].help == "Write 2020-12-01 for 12/01/2020, and the others so");
}
