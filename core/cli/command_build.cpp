#include <fmt/format.h>

#include "cli/diagnostic_printer.hpp"
#include "cli/surroundings.hpp"

namespace sheaf::cli {
namespace {

constexpr OptionRule kSet{
    "--set", "NAME=VALUE", OptionKind::Values,
    "Replace a value of the layout, such as status=draft; may be given again"};
constexpr OptionRule kStrict{"--strict", "", OptionKind::Flag, "Treat warnings as errors"};
constexpr OptionRule kFormat{
    "--format", "FORMAT", OptionKind::Value,
    "text for people; json, sarif (code scanning) or github (annotations) for tools",
    "text|json|sarif|github"};
constexpr OptionRule kMostFindings{"--max-findings", "N", OptionKind::Value,
                                   "Show at most so many findings, 20 unless given; 0 shows all"};
constexpr PositionalRule kLayout{"LAYOUT", true, "The layout file (YAML)"};

/// Writes the PDF; a problem becomes a finding about the output, not about the layout.
bool write_output(const Invocation& invocation, pipeline::Outcome& outcome, const Path& target) {
  if (const Path folder = target.parent_path();
      !folder.empty() && invocation.files.kind(folder) != FileKind::Directory) {
    outcome.diagnostics.error("cannot-write", {},
                              fmt::format("The folder {} does not exist", folder.string()),
                              "Make the folder, or give another place with --output");
    return false;
  }
  const auto written = invocation.files.write(target, outcome.pdf);
  if (written) return true;
  outcome.diagnostics.error(
      "cannot-write", {},
      fmt::format("{} cannot be written: {}", target.string(), written.error().reason),
      "What stood there before, if anything, is unchanged");
  return false;
}

std::string size_text(std::size_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{} kB", (bytes + 999) / 1000)
                           : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void print_result(const Invocation& invocation, const pipeline::Outcome& outcome,
                  const Path& target) {
  if (wants_sarif(invocation)) return;
  if (!wants_json(invocation)) {
    const auto pages = outcome.page_count;
    invocation.terminal.out.write(fmt::format("{} ({} page{}, {})\n", target.string(), pages,
                                              pages == 1 ? "" : "s",
                                              size_text(outcome.pdf.size())));
    return;
  }
  Json result = json_of(outcome.diagnostics, outcome.sources);
  if (!target.empty()) {
    result.set("output", Json::string(target.string()))
        .set("pages", Json::number(outcome.page_count));
    result.set("bytes", Json::number(static_cast<std::int64_t>(outcome.pdf.size())));
  }
  invocation.terminal.out.write(write_json(result, JsonStyle::Indented) + "\n");
}

ExitCode run_build(const Invocation& invocation) {
  const auto request = request_of(invocation, pipeline::Stage::Pdf);
  if (!request) return ExitCode::Usage;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  pipeline::Outcome outcome = pipeline::build(session, *request);
  Path target;
  if (exit_code_of(invocation, outcome) == ExitCode::Ok) {
    target =
        pipeline::output_path(outcome, Path(invocation.arguments.text("output")), invocation.files);
    if (!write_output(invocation, outcome, target)) target.clear();
  }
  print_findings(invocation, outcome);
  if (!target.empty() || wants_json(invocation)) print_result(invocation, outcome, target);
  return exit_code_of(invocation, outcome);
}

ExitCode run_check(const Invocation& invocation) {
  auto request = request_of(invocation, pipeline::Stage::Pdf);
  if (!request) return ExitCode::Usage;
  request->advice = pipeline::Advice::Given;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  const pipeline::Outcome outcome = pipeline::build(session, *request);
  print_findings(invocation, outcome);
  if (wants_json(invocation)) {
    print_result(invocation, outcome, {});
  } else if (outcome.diagnostics.all().empty() && !wants_sarif(invocation)) {
    invocation.terminal.out.write(fmt::format("{}: no problems found\n", request->layout.string()));
  }
  return exit_code_of(invocation, outcome);
}

pipeline::Stage stage_of(std::string_view name) {
  if (name == "spec") return pipeline::Stage::Spec;
  if (name == "report") return pipeline::Stage::Report;
  if (name == "sections") return pipeline::Stage::Sections;
  if (name == "pages") return pipeline::Stage::Pages;
  return pipeline::Stage::Document;
}

/// The dump of the last stage that was reached, or nothing.
std::string dump_of(const pipeline::Outcome& outcome, pipeline::Stage stage) {
  switch (stage) {
    case pipeline::Stage::Spec: return outcome.spec ? dump(*outcome.spec) : "";
    case pipeline::Stage::Report: return outcome.report ? dump(*outcome.report) : "";
    case pipeline::Stage::Sections: return dump(outcome.sections);
    case pipeline::Stage::Document: return outcome.document ? dump(*outcome.document) : "";
    case pipeline::Stage::Pages:
    case pipeline::Stage::Pdf: return outcome.pages;
  }
  return {};
}

ExitCode run_dump(const Invocation& invocation) {
  const std::string_view wish = invocation.arguments.text("stage");
  const pipeline::Stage stage = stage_of(wish);
  const auto request = request_of(invocation, stage);
  if (!request) return ExitCode::Usage;
  pipeline::Session session(invocation.files, surroundings(invocation.arguments, invocation.files));
  const pipeline::Outcome outcome = pipeline::build(session, *request);
  print_findings(invocation, outcome);
  invocation.terminal.out.write(dump_of(outcome, stage));
  return exit_code_of(invocation, outcome);
}

}  // namespace

Command build_command() {
  return {
      "build",
      "Build a layout's report as a PDF",
      "Builds a layout's report: a tagged PDF that is PDF/UA-1 and PDF/A-2a at once. Nothing is "
      "written when there\n"
      "are errors, and a file that stood there before is replaced whole or not at all.",
      {kLayout},
      {{"-o,--output", "FILE", OptionKind::Value,
        "Where to write: a file or a folder; beside the layout unless given"},
       kSet,
       kStrict,
       kFormat,
       kMostFindings},
      {{"sheaf build people/2020-11/report.yaml", "writes the PDF beside the layout"},
       {"sheaf build report.yaml -o /srv/reports", "writes it into a folder, under its own name"},
       {"sheaf build report.yaml --set status=draft", "marks it as a draft"}},
      run_build};
}

Command check_command() {
  return {"check",
          "Do everything but write: say what is wrong with a layout",
          "Does all that `sheaf build` does but writing, and prints every problem at the place "
          "where it was typed.",
          {kLayout},
          {kSet, kStrict, kFormat, kMostFindings},
          {{"sheaf check report.yaml", "lists the problems with their lines"},
           {"sheaf check report.yaml --format json", "the same for a tool"}},
          run_check};
}

Command dump_command() {
  return {"dump",
          "Print what a stage makes of a layout",
          "Prints the value that one stage of a build makes, as readable text: the merged layout "
          "(spec), the bound\n"
          "report, the sections as their plugins returned them, the document's structure, or the "
          "pages.",
          {kLayout},
          {{"--stage", "STAGE", OptionKind::Value,
            "spec, report, sections, document (the default) or pages",
            "spec|report|sections|document|pages"},
           kSet},
          {{"sheaf dump report.yaml --stage spec", "the layout with everything merged in"},
           {"sheaf dump report.yaml --stage pages", "every word with its place on the page"}},
          run_dump};
}

}  // namespace sheaf::cli
