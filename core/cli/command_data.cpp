#include <fmt/format.h>

#include "cli/data_formats.hpp"
#include "cli/diagnostic_printer.hpp"
#include "cli/surroundings.hpp"

namespace sheaf::cli {
namespace {

constexpr std::size_t kRowsOfEach = 3, kRowsOfOne = 20;

void print_json(const Invocation& invocation, const pipeline::Outcome& outcome,
                const std::vector<pipeline::DataTable>& tables, std::size_t most) {
  Json result = json_of(outcome.diagnostics, outcome.sources);
  Json list = Json::array();
  for (const pipeline::DataTable& table : tables) list.items.push_back(json_of(table, most));
  result.set("data", std::move(list));
  invocation.terminal.out.write(write_json(result, JsonStyle::Indented) + "\n");
}

void print_text(const Invocation& invocation, const std::vector<pipeline::DataTable>& tables,
                std::size_t most) {
  std::string text;
  for (const pipeline::DataTable& table : tables) {
    text += (text.empty() ? "" : "\n") + text_of(table, most);
  }
  invocation.terminal.out.write(text);
}

ExitCode run_data(const Invocation& invocation) {
  const Arguments& given = invocation.arguments;
  const std::string_view only = given.text("NAME");
  const bool csv = given.text("format") == "csv";
  if (csv && only.empty()) {
    invocation.terminal.err.write(
        "sheaf data: CSV is one table\nTry: sheaf data LAYOUT NAME --format csv\n");
    return ExitCode::Usage;
  }
  const auto request = request_of(invocation, pipeline::Stage::Report);
  if (!request) return ExitCode::Usage;
  pipeline::Session session(invocation.files, surroundings(given, invocation.files));
  pipeline::Outcome outcome;
  const bool for_programs = csv || wants_json(invocation);
  const auto cells = for_programs ? pipeline::CellText::Canonical : pipeline::CellText::Printed;
  const auto tables = pipeline::read_data(session, *request, only, cells, outcome);
  const std::size_t most = only.empty() ? kRowsOfEach : kRowsOfOne;
  print_findings(invocation, outcome);
  if (wants_json(invocation)) {
    print_json(invocation, outcome, tables, most);
  } else if (csv) {
    for (const pipeline::DataTable& table : tables) invocation.terminal.out.write(csv_of(table));
  } else if (tables.empty() && outcome.ok()) {
    invocation.terminal.out.write("This layout names no data\n");
  } else {
    print_text(invocation, tables, most);
  }
  return exit_code_of(invocation, outcome);
}

}  // namespace

Command data_command() {
  return {"data",
          "List a layout's data, with the types of its columns",
          "Lists what a layout names under `data:`, files and queries: each column with what it "
          "was taken for or declared\n"
          "to be, the number of rows, and the first of them.",
          {{"LAYOUT", true, "The layout file (YAML)"},
           {"NAME", false, "One of the layout's data; more of its rows are shown"}},
          {{"--format", "FORMAT", OptionKind::Value, "text, json, or csv: all rows of one table",
            "text|json|csv"},
           {"--set", "NAME=VALUE", OptionKind::Values,
            "Replace a value of the layout, such as meeting.date=2020-12-16; may be given again"}},
          {{"sheaf data report.yaml", "lists all tables with their columns"},
           {"sheaf data report.yaml overdue", "shows what a query gives"},
           {"sheaf data report.yaml overdue --format csv", "the same for a spreadsheet"}},
          run_data};
}

}  // namespace sheaf::cli
