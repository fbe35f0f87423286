// Each <plugin>/<case>.yaml is the `with:` of a section. What the plugin makes of it stands in
// <case>.sections.txt, and what there is to complain about in <case>.errors.txt.

#include <algorithm>
#include <filesystem>

#include <fmt/ranges.h>

#include "bundled.hpp"
#include "plugin/runner.hpp"
#include "support/golden.hpp"

namespace sheaf::test {
namespace {

const Path kCases = Path(SHEAF_SOURCE_FOLDER) / "tests" / "plugin";

std::vector<Path> cases_of(const std::string& plugin) {
  std::vector<Path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(kCases / plugin)) {
    if (entry.path().extension() == ".yaml") cases.push_back(entry.path());
  }
  std::ranges::sort(cases);
  return cases;
}

/// A report of one section, which was typed at `source`.
model::Report report_of(model::Value with, const std::string& plugin, SourceId source) {
  model::Report report;
  report.language = "en-GB";
  report.meeting.kind = model::ValueKind::Record;
  model::Value date;
  date.kind = model::ValueKind::Date;
  date.date = {2020, 11, 25};
  report.meeting.members = {{"board", model::text_value("Health and Wellbeing Board", {})},
                            {"date", date}};
  report.people.kind = model::ValueKind::Record;
  model::ReportSection section;
  section.id = section.plugin = plugin;
  section.owner = "Tests";
  section.source = source;
  section.with = std::move(with);
  report.sections.push_back(std::move(section));
  return report;
}

std::string sections_of(const model::Report& report, const plugin::Manifest& manifest,
                        Diagnostics& diagnostics) {
  static const auto runner = plugin::make_runner({});
  return model::dump({runner->run(report, report.sections[0], manifest, diagnostics)});
}

/// A golden file beside its case; when there is nothing to say, there must be no such file.
void check_beside(Path path, const std::string& ending, const std::string& text) {
  path.replace_extension(ending);
  if (text.empty()) {
    CHECK_FALSE(std::filesystem::exists(path));
  } else {
    check_golden((Path("..") / path.lexically_relative(kCases.parent_path())).string(), text);
  }
}

void check_case(const Path& path, const plugin::Manifest& manifest) {
  const auto yaml = make_real_file_system()->read(path, 1 << 20);
  REQUIRE(yaml);
  SourceMap sources;
  const SourceId start = sources.add(path.filename().string(), *yaml);
  Diagnostics diagnostics;
  model::Value with = parameters(*yaml, start, manifest, diagnostics);
  std::string sections;
  if (diagnostics.errors() == 0) {
    sections = sections_of(report_of(std::move(with), manifest.id, start), manifest, diagnostics);
  }
  check_beside(path, ".sections.txt", sections);
  const auto lines = findings(diagnostics, sources);
  check_beside(path, ".errors.txt",
               lines.empty() ? "" : fmt::format("{}\n", fmt::join(lines, "\n")));
}

TEST_CASE("every bundled plugin writes the sections that were approved") {
  for (const plugin::Manifest& manifest : bundled_plugins().all()) {
    const std::vector<Path> cases = cases_of(manifest.id);
    CHECK(cases.size() >= 2);
    for (const Path& path : cases) {
      DYNAMIC_SECTION(manifest.id << "/" << path.stem().string()) { check_case(path, manifest); }
    }
  }
}

TEST_CASE("all eight section plugins are bundled") {
  CHECK(fmt::format("{}", fmt::join(bundled_plugins().ids(), " ")) ==
        "asc-update campaign-spotlight cover data-table ofsted-update prose safety-footer "
        "sign-off");
}

}  // namespace
}  // namespace sheaf::test
