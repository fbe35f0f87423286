#include <fmt/format.h>

#include "cli/build_result.hpp"
#include "cli/progress_bar.hpp"
#include "cli/surroundings.hpp"
#include "cli/watch.hpp"
#include "pipeline/editions.hpp"
#include "pipeline/outputs.hpp"

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
constexpr OptionRule kCheckedEdition{
    "--edition", "EDITION", OptionKind::Value,
    "public or exempt alone, for a layout with sections that are not for publication; both unless "
    "given",
    "public|exempt"};
constexpr PositionalRule kLayout{"LAYOUT", true, "The layout file (YAML)"};

std::vector<pipeline::Outcome> build_with_bar(const Invocation& invocation,
                                              pipeline::Session& session,
                                              pipeline::Request request) {
  ProgressBar bar(invocation.terminal.err);
  request.progress = &bar;
  return pipeline::build_outputs(session, request);
}

/// Leaves what was built in `made`.
ExitCode build_once(const Invocation& invocation, pipeline::Session& session,
                    const pipeline::Request& request, std::vector<pipeline::Outcome>& made) {
  made = build_with_bar(invocation, session, request);
  pipeline::Outcome& whole = made.front();
  std::vector<Written> written;
  const bool sound = may_write(invocation, whole);
  const bool fits = !sound || has_room(invocation, made);
  if (sound && fits) written = write_outputs(invocation, made);
  print_findings(invocation, whole);
  print_result(invocation, whole, written);
  return fits ? exit_code_of(invocation, whole) : ExitCode::Usage;
}

ExitCode run_build(const Invocation& invocation) {
  const auto request = request_of(invocation, pipeline::Stage::Pdf);
  if (!request) return ExitCode::Usage;
  if (invocation.arguments.has("watch")) {
    return watch(invocation, [&](const Invocation& watched, pipeline::Session& session) {
      std::vector<pipeline::Outcome> made;
      return build_once(watched, session, *request, made);
    });
  }
  pipeline::Session session(invocation.files, surroundings(invocation));
  std::vector<pipeline::Outcome> made;
  const ExitCode code = build_once(invocation, session, *request, made);
  session.end_plugins();
  invocation.leave(code);
  return code;
}

pipeline::Outcome check_with_bar(const Invocation& invocation, pipeline::Session& session,
                                 pipeline::Request request) {
  ProgressBar bar(invocation.terminal.err);
  request.progress = &bar;
  const bool one = invocation.arguments.has("edition");
  return one ? pipeline::build(session, request) : pipeline::build_editions(session, request);
}

ExitCode run_check(const Invocation& invocation) {
  auto request = request_of(invocation, pipeline::Stage::Pdf);
  if (!request) return ExitCode::Usage;
  request->advice = pipeline::Advice::Given;
  request->unseen = document::Unseen::Errors;
  pipeline::Session session(invocation.files, surroundings(invocation));
  const pipeline::Outcome outcome = check_with_bar(invocation, session, *request);
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
  pipeline::Session session(invocation.files, surroundings(invocation));
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
       {"--watch", "", OptionKind::Flag,
        "Go on: build again whenever a file that the report is made from changes"},
       kEditionOption,
       kSet,
       kStrict,
       kFormat,
       kMostFindings,
       kIsolationOption,
       kVerboseOption},
      {{"sheaf build people/2020-11/report.yaml", "writes the PDF beside the layout"},
       {"sheaf build report.yaml -o /srv/reports", "writes it into a folder, under its own name"},
       {"sheaf build report.yaml --set status=draft", "marks it as a draft"},
       {"sheaf build report.yaml --watch", "writes it anew each time something is saved"}},
      run_build};
}

Command check_command() {
  return {
      "check",
      "Do everything but write: say what is wrong with a layout",
      "Does all that `sheaf build` does but writing, and prints every problem at the place "
      "where it was typed.",
      {kLayout},
      {kCheckedEdition, kSet, kStrict, kFormat, kMostFindings, kIsolationOption, kVerboseOption},
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
           kEditionOption,
           kSet,
           kIsolationOption,
           kVerboseOption},
          {{"sheaf dump report.yaml --stage spec", "the layout with everything merged in"},
           {"sheaf dump report.yaml --stage pages", "every word with its place on the page"}},
          run_dump};
}

}  // namespace sheaf::cli
