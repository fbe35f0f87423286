// docs/facts.md lists every fact of the two reports that the examples restate, each with words by
// which it can be found. They must be there without any `narrative` and without any `prose`.

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "document/compose.hpp"
#include "pipeline/build.hpp"
#include "support/findings.hpp"

namespace sheaf::test {
namespace {

const Path kSource = SHEAF_SOURCE_FOLDER;

struct Fact {
  std::string section, words;
};

/// Lower case, with the apostrophe that is typed.
std::string plain(std::string text) {
  constexpr std::string_view apostrophe = "’";
  for (auto at = text.find(apostrophe); at != std::string::npos; at = text.find(apostrophe)) {
    text.replace(at, apostrophe.size(), "'");
  }
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return text;
}

/// The cells of a row "a | b | c | d", or nothing.
std::vector<std::string> cells(std::string_view line) {
  constexpr std::string_view bar = " | ";
  std::vector<std::string> out;
  for (auto at = line.find(bar); at != std::string_view::npos; at = line.find(bar)) {
    out.emplace_back(line.substr(0, at));
    line.remove_prefix(at + bar.size());
  }
  out.emplace_back(line);
  return out;
}

/// The rows of the table below "## <month>".
std::vector<Fact> facts_of(const std::string& month) {
  std::ifstream file(kSource / "docs" / "facts.md");
  std::vector<Fact> facts;
  bool here = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) here = line == "## " + month;
    const auto row = cells(line);
    if (here && row.size() == 4 && row[0] != "Section" && row[0] != "---") {
      facts.push_back({row[0], row[3]});
    }
  }
  return facts;
}

pipeline::Session& session() {
  static const auto files = make_real_file_system();
  static pipeline::Session session(
      *files, {.plugin_folders = {Path(SHEAF_BINARY_FOLDER) / "lib/sheaf/plugins"},
               .theme_folders = {kSource / "configs" / "themes"},
               .font_index_file = {}});
  return session;
}

void leave_out_prose(model::Report& report) {
  std::erase_if(report.sections, [](const auto& section) { return section.plugin == "prose"; });
  for (model::ReportSection& section : report.sections) {
    std::erase_if(section.with.members, [](const auto& one) { return one.name == "narrative"; });
  }
}

std::string text_of(const model::Document& document) {
  std::string text;
  for (const model::Element& element : document.elements) {
    for (const model::Run& run : element.runs) text += run.text;
    text += '\n';
  }
  return plain(text);
}

/// The whole text of a report without its narratives and prose.
std::string text_without_prose(const std::string& folder) {
  pipeline::Request request;
  request.layout = kSource / "examples/nottingham/people" / folder / "report.yaml";
  request.last = pipeline::Stage::Report;
  pipeline::Outcome outcome = pipeline::build(session(), request);
  REQUIRE(findings(outcome.diagnostics, outcome.sources).empty());
  model::Report& report = *outcome.report;
  leave_out_prose(report);
  const plugin::Registry& registry = session().registry({}, outcome.diagnostics);
  model::Sections sections;
  for (const model::ReportSection& section : report.sections) {
    sections.push_back(session().runner().run(report, section, *registry.find(section.plugin),
                                              outcome.diagnostics));
  }
  const model::Document document =
      document::compose(std::move(report), sections, outcome.sources, outcome.diagnostics);
  CHECK(findings(outcome.diagnostics, outcome.sources).empty());
  return text_of(document);
}

void check_facts(const std::string& month, const std::string& folder, std::size_t at_least) {
  const std::vector<Fact> facts = facts_of(month);
  CHECK(facts.size() >= at_least);
  const std::string text = text_without_prose(folder);
  for (const Fact& fact : facts) {
    INFO(fact.section << " must say: " << fact.words);
    CHECK(text.find(plain(fact.words)) != std::string::npos);
  }
}

TEST_CASE("the September report states each fact without narrative and prose") {
  check_facts("September 2020", "2020-09", 130);
}

TEST_CASE("the November report states each fact without narrative and prose") {
  check_facts("November 2020", "2020-11", 85);
}

}  // namespace
}  // namespace sheaf::test
