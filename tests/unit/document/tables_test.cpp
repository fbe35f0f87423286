// Rows of data files in parameters.

#include <catch2/catch.hpp>

#include "office.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Lines = std::vector<std::string>;

namespace {

Lines findings_of(const std::string& csv) {
  Office office;
  office.add("actions.csv", csv);
  office.bind_update("{ actions: { data: actions } }", "data: { actions: actions.csv }\n");
  return office.findings();
}

}  // namespace

TEST_CASE("A data file that is missing is reported where the layout names it") {
  Office office;
  office.bind_update("{ actions: { data: actions } }", "data: { actions: action.csv }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:8:18 error file-not-found: There is no file \"action.csv\""});
}

TEST_CASE("A table that is said to be windows-1252 is refused when it is saved as UTF-8") {
  for (const std::string text :
       {"action,cost\nMeet in a caf\u00E9,\u00A312\n", "\uFEFFaction,cost\nMeet,12\n"}) {
    Office office;
    office.add("actions.csv", text);
    office.bind_update("{ actions: { data: actions } }",
                       "data: { actions: { file: actions.csv, encoding: windows-1252 } }\n");
    CHECK(office.findings() == Lines{"report.yaml:8:49 error not-windows-1252: \"actions.csv\" is "
                                     "saved as UTF-8, not as windows-1252"});
    CHECK(office.cures() == Lines{"8:49 windows-1252 -> utf-8"});
  }
}

TEST_CASE("A table in windows-1252, or of plain letters alone, is read as the layout says") {
  for (const std::string text : {"action,cost\nMeet in a caf\xE9,\xA3"
                                 "12\n",
                                 "action,cost\nMeet,12\n"}) {
    Office office;
    office.add("actions.csv", text);
    office.bind_update("{ actions: { data: actions } }",
                       "data: { actions: { file: actions.csv, encoding: windows-1252 } }\n");
    CHECK(office.findings() == Lines{});
  }
}

TEST_CASE("The cure of letters in another encoding names the file, however it was named") {
  Office office;
  office.add("actions.csv",
             "action,cost\nMeet,\xA3"
             "12\n");
  office.bind_update("{ actions: { data: actions } }", "data: { actions: actions.csv }\n");
  CHECK(office.help() == Lines{"Save it as CSV UTF-8, or, when Excel wrote it, add its encoding: "
                               "{ file: actions.csv, encoding: windows-1252 }"});
}

TEST_CASE("Data that nobody named is reported where it is used") {
  Office office;
  office.bind_update("{ actions: { data: action } }", "data: { actions: actions.csv }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:30 error unknown-data: There is no data `action`"});
  CHECK(office.help() == Lines{"Did you mean `actions`?"});
}

TEST_CASE("A ragged row and a wrong cell are reported in the CSV file") {
  CHECK(findings_of("action,due\nRecruit,2020-12-01,x\n") ==
        Lines{"actions.csv:2:20 error csv-ragged: This row has 3 cells, but the first line names 2 "
              "columns"});
  CHECK(findings_of("action,due,cost\nRecruit,soon,1\nTrain,2020-12-01,lots\n,,5\n") ==
        Lines{"actions.csv:3:18 warning mixed-column: The column `cost` of `actions` is taken as "
              "text because of \"lots\": 2 of its 3 cells hold a whole number",
              "actions.csv:2:9 error wrong-type: with.actions[1].due should be a date "
              "(2020-11-25), not \"soon\"",
              "actions.csv:3:18 error wrong-type: with.actions[2].cost should be an amount of "
              "money, not \"lots\"",
              "actions.csv:4:1 error empty-value: with.actions[3].action is empty"});
}

TEST_CASE("Of an empty cell, the help speaks of data, not of YAML") {
  Office office;
  office.add("actions.csv", "action,due\n,2020-12-01\n");
  office.bind_update("{ actions: { data: actions } }", "data: { actions: actions.csv }\n");
  CHECK(office.help() == Lines{"Write text in this cell of the data"});
}

TEST_CASE("Plain numbers as money ask for a column that is declared so") {
  Office office;
  office.add("grants.csv", "name,Amount in £\nAcorn,1600\nBeech,450.50\n");
  office.bind_update("{ text: 'In all ((data.grants.sum.Amount_in_£ as money))' }",
                     "data: { grants: grants.csv }\n");
  CHECK(
      office.help() ==
      Lines{
          "If they are amounts, write { file: …, columns: { Amount in £: money } } for the data"});
}

TEST_CASE("A column that no placeholder can name is said to need another name") {
  const auto help_of = [](const std::string& path) {
    Office office;
    office.add("grants.csv", "name,Amount (£),Cost\nAcorn,1600,1\n");
    office.bind_update("{ text: '((" + path + "))' }", "data: { grants: grants.csv }\n");
    return office.help();
  };
  const std::string rename =
      "No placeholder can hold the name `Amount (£)`: rename that column in the data, for example "
      "to `Amount`";
  CHECK(help_of("data.grants.sum.Amount") == Lines{rename});
  CHECK(help_of("data.grants.sum.Money") == Lines{rename});
  CHECK(help_of("data.grants.sum.cost") == Lines{"Did you mean `data.grants.sum.Cost`?"});
  CHECK(help_of("data.grants.sum.Amount (£)") ==
        Lines{"A column is named without brackets, marks and commas: rename it in the data"});
  CHECK(help_of("data.grants.sum. Cost") == Lines{"Write ((data.grants.sum.Cost))"});
}

TEST_CASE("A total at the end of a table's rows is told once, though two texts ask for the table") {
  Office office;
  office.add("grants.csv", "name,cost\nAcorn,£1\nBeech,£2\nTotal,£3\n");
  office.bind_update("{ text: '((data.grants.count))', narrative: '((data.grants.sum.cost))' }",
                     "data: { grants: grants.csv }\n");
  CHECK(office.findings() ==
        Lines{"grants.csv:4:1 warning total-row: The last row of `grants` is a total: its `cost`, "
              "\"£3\", is the sum of those above"});
}

TEST_CASE("A column with one wrong letter is told once, and cured in the header line") {
  Office office;
  office.add("actions.csv", "acton,due\nRecruit,\nTrain,\n");
  office.bind_update("{ actions: { data: actions } }", "data: { actions: actions.csv }\n");
  CHECK(office.findings() ==
        Lines{"actions.csv:1:1 error unknown-column: The data of with.actions has a column "
              "`acton`, which is not wanted there"});
  CHECK(office.cures() == Lines{"1:1 acton -> action"});
}

TEST_CASE("A wrong column is reported once, in the header line") {
  CHECK(findings_of("action,dues\nRecruit,a\nTrain,b\n") ==
        Lines{"actions.csv:1:8 error unknown-column: The data of with.actions has a column "
              "`dues`, which is not wanted there"});
  CHECK(findings_of("due\n2020-12-01\n2020-12-02\n") ==
        Lines{"actions.csv:1:1 error missing-column: The data of with.actions has no column "
              "`action`"});
}

TEST_CASE("A data file with a mistake is read once, however often it is used") {
  Office office;
  office.add("actions.csv", "action,action\n");
  office.bind_update("{ actions: { data: actions }, text: '((data.actions.count))' }",
                     "data: { actions: actions.csv }\n");
  CHECK(office.findings() ==
        Lines{"actions.csv:1:8 error csv-duplicate-column: There are two columns `action`"});
}

TEST_CASE("A file that is no table is refused before it is read") {
  Office office;
  office.add("actions.xlsx", "PK\x03\x04");
  office.bind_update("{ actions: { data: actions } }", "data: { actions: actions.xlsx }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:8:18 error unknown-data-format: \"actions.xlsx\" is "
              "a workbook, and Sheaf reads no workbooks"});
}

TEST_CASE("Rows stay where they are while a cell's placeholder counts other rows") {
  Office office;
  office.add("a.csv", "action\n((data.b.count))\n((data.c.count))\n((data.d.count))\n");
  for (const char* name : {"b.csv", "c.csv", "d.csv"}) office.add(name, "x\n1\n2\n");
  office.bind_update("{ actions: { data: a } }",
                     "data: { a: a.csv, b: b.csv, c: c.csv, d: d.csv }\n");
  CHECK(office.findings() == Lines{});
  REQUIRE(office.value("actions").items.size() == 3);
  CHECK(office.value("actions").items[2].find("action")->text == "2");
}

TEST_CASE("The name of a data file may hold a date, which is ISO there") {
  Office office;
  office.add("2020-11-actions.csv", "action\nRecruit\n");
  office.bind_update("{ actions: { data: actions } }",
                     "data: { actions: ((meeting.date as month))-actions.csv }\n");
  CHECK(office.findings() == Lines{});
  CHECK(office.value("actions").items.size() == 1);
}

TEST_CASE("Every section that uses broken rows is left out, though they are reported once") {
  Office office;
  office.add("a.csv", "action\na,b\n");
  office.bind(Office::head() +
              "data: { a: a.csv }\nsections:\n"
              "  - { plugin: update, id: one, with: { actions: { data: a } } }\n"
              "  - { plugin: update, id: two, with: { actions: { data: a } } }\n"
              "  - { plugin: update, id: three, with: { text: ((data.a.count)) } }\n"
              "  - { plugin: update, id: four }\n");
  CHECK(office.findings().size() == 1);
  REQUIRE(office.report->sections.size() == 1);
  CHECK(office.report->sections[0].id == "four");
}

TEST_CASE("An escape in JSON cannot smuggle in what no text can show") {
  Office office;
  office.add("a.json", "[\n  { \"action\": \"a\\u0007b\" }\n]\n");
  office.bind_update("{ actions: { data: a } }", "data: { a: a.json }\n");
  CHECK(office.findings() == Lines{"a.json:2:15 error control-character: with.actions[1].action "
                                   "holds the invisible control character U+0007"});
}

TEST_CASE("The cell that keeps a column from having a sum is named and shown") {
  Office office;
  office.add("grants.csv", "service,cost\nFuel,£12\nMeals,310 pounds\nRent,£7\n");
  office.bind_update("{ text: 'In all ((data.grants.sum.cost))' }",
                     "data: { grants: grants.csv }\n");
  CHECK(office.findings() ==
        Lines{"grants.csv:3:7 warning mixed-column: The column `cost` of `grants` is taken as text "
              "because of \"310 pounds\": 2 of its 3 cells hold an amount of money",
              "report.yaml:7:27 error unknown-value: The column `cost` holds text, which has no "
              "sum, because of \"310 pounds\""});
  const auto& notes = office.diagnostics.all().at(1).notes;
  REQUIRE(notes.size() == 1);
  CHECK(office.sources.locate(notes[0].source).line == 3);
}

TEST_CASE("The sum of no rows is 0, and their greatest is said to be missing") {
  Office office;
  office.add("grants.csv", "service,cost\n");
  const std::string data = "data: { grants: grants.csv }\n";
  office.bind_update("{ text: 'In all ((data.grants.sum.cost))' }", data);
  CHECK(office.value("text").text == "In all 0");
  Office none;
  none.add("grants.csv", "service,cost\n");
  none.bind_update("{ text: 'At most ((data.grants.max.cost))' }", data);
  CHECK(none.findings() ==
        Lines{"report.yaml:7:28 error placeholder-without-value: `data.grants.max.cost` has no "
              "value: `grants` has no rows"});
}

TEST_CASE("The cell that keeps a column from having a sum is named through a query, too") {
  Office office;
  office.add("grants.csv", "name,cost\nA,£5\nB,£3O\nC,£7\n");
  office.bind_update("{ text: ((data.all.sum.cost)) }",
                     "data: { grants: grants.csv, all: { sql: \"select * from grants\" } }\n");
  CHECK(office.findings() ==
        Lines{"grants.csv:3:3 warning mixed-column: The column `cost` of `grants` is taken as text "
              "because of \"£3O\": 2 of its 3 cells hold an amount of money",
              "report.yaml:7:19 error unknown-value: The column `cost` holds text, which has no "
              "sum, because of \"£3O\""});
  CHECK(office.diagnostics.all().at(1).notes.empty());
}

TEST_CASE("A finding in the rows of a query names the query and the files that it reads") {
  Office office;
  office.add("actions.csv", "action,due\nRecruit,soon\n").add("teams.csv", "team\nOne\n");
  office.bind_update("{ actions: { data: late } }",
                     "data:\n"
                     "  actions: actions.csv\n"
                     "  known: { sql: select * from actions }\n"
                     "  late: { sql: \"select known.* from known, teams\" }\n"
                     "  teams: teams.csv\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:11:16 error wrong-type: with.actions[1].due should be a date "
              "(2020-11-25), not \"soon\""});
  REQUIRE(office.diagnostics.all().size() == 1);
  const auto& notes = office.diagnostics.all()[0].notes;
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].text == "in the rows of the query `late`, which reads actions.csv and teams.csv");
  CHECK(office.sources.locate(notes[0].source).line == 11);
}

TEST_CASE("Where one row cannot be read, the cells of the others are checked all the same") {
  CHECK(findings_of("action,due\nRecruit,soon\nTrain,2020-12-01,x\nHear,\"soon\n") ==
        Lines{"actions.csv:4:6 error csv-unclosed-quote: The quotation mark that begins this cell "
              "is not closed",
              "actions.csv:3:18 error csv-ragged: This row has 3 cells, but the first line names 2 "
              "columns",
              "actions.csv:2:9 error wrong-type: with.actions[1].due should be a date "
              "(2020-11-25), not \"soon\""});
}

TEST_CASE("Data whose lines do not fit each other is not told again where it is used") {
  Office office;
  office.add("actions.csv", "action,due\nRecruit,2020-12-01\n");
  office.bind_update("{ actions: { data: late } }",
                     "data:\n"
                     "  actions: actions.csv\n"
                     "  late: { sql: select * from actions, separator: tab }\n"
                     "  none: {}\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:10:39 error idle-key: `separator` has no meaning beside `sql`",
              "report.yaml:11:9 error missing-value: The data `none` names no file"});
}
