// docs/facts.md lists every fact of the two reports that the examples restate, each with words by
// which it can be found in the section that carries it. They must be there without any `narrative`
// and without any `prose`.

#include <algorithm>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "document/compose.hpp"
#include "pipeline/build.hpp"
#include "support/findings.hpp"

namespace sheaf::test {
namespace {

const Path kSource = SHEAF_SOURCE_FOLDER;

struct Fact {
  std::string section, words;  // "cover", "ofsted-update: inspection", "(layout)"
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
    if (here && row.size() == 4 && row[0] != "Plugin: section" && row[0] != "---") {
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

/// Whether facts.md means this section: by its plugin, or by its plugin and id.
bool is_called(const SectionContext& section, const std::string& name) {
  if (section.plugin.empty()) return name == "(layout)";
  return name == section.plugin || name == section.plugin + ": " + section.section;
}

/// The text of the sections that are called so.
std::string text_of(const model::Document& document, const std::string& section) {
  std::string text;
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    if (!is_called(document.section_of(static_cast<model::StructureId>(i)), section)) continue;
    for (const model::Run& run : document.elements[i].runs) text += run.text;
    text += '\n';
  }
  return plain(text);
}

/// A report without its narratives and prose, and without the sections of one more plugin.
model::Document document_without(const std::string& plugin, const std::string& folder) {
  pipeline::Request request;
  request.layout = kSource / "examples/nottingham/people" / folder / "report.yaml";
  request.last = pipeline::Stage::Report;
  pipeline::Outcome outcome = pipeline::build(session(), request);
  REQUIRE(findings(outcome.diagnostics, outcome.sources).empty());
  model::Report& report = *outcome.report;
  leave_out_prose(report);
  std::erase_if(report.sections, [&](const auto& section) { return section.plugin == plugin; });
  const plugin::Registry& registry = session().registry({}, outcome.diagnostics);
  model::Sections sections;
  for (const model::ReportSection& section : report.sections) {
    sections.push_back(session().runner().run(report, section, *registry.find(section.plugin),
                                              outcome.diagnostics));
  }
  model::Document document =
      document::compose(std::move(report), sections, outcome.sources, outcome.diagnostics);
  CHECK(findings(outcome.diagnostics, outcome.sources).empty());
  return document;
}

std::vector<Fact> missing(const std::vector<Fact>& facts, const model::Document& document) {
  std::vector<Fact> out;
  std::ranges::copy_if(facts, std::back_inserter(out), [&](const Fact& fact) {
    return text_of(document, fact.section).find(plain(fact.words)) == std::string::npos;
  });
  return out;
}

void check_facts(const std::string& month, const std::string& folder, std::size_t at_least) {
  const std::vector<Fact> facts = facts_of(month);
  CHECK(facts.size() >= at_least);
  for (const Fact& fact : missing(facts, document_without("prose", folder))) {
    FAIL_CHECK(fact.section << " must say: " << fact.words);
  }
}

TEST_CASE("the September report states each fact without narrative and prose") {
  check_facts("September 2020", "2020-09", 130);
}

TEST_CASE("the November report states each fact without narrative and prose") {
  check_facts("November 2020", "2020-11", 85);
}

TEST_CASE("a fact is missed when its section is gone, though another one has the same words") {
  const std::vector<Fact> facts = facts_of("November 2020");
  const std::vector<Fact> missed = missing(facts, document_without("sign-off", "2020-11"));
  CHECK(missed.size() == 3);
  for (const Fact& fact : missed) CHECK(fact.section == "sign-off");
}

}  // namespace
}  // namespace sheaf::test
