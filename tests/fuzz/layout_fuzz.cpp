// Whole layouts: files that stand one below another, each under a line `=== name`, the layout
// first. A report with all its sections, or an error.

#include "document/compose.hpp"
#include "fuzzing.hpp"
#include "support/typed_sections.hpp"
#include "unit/document/office.hpp"

using namespace sheaf;

namespace {

constexpr std::string_view kNextFile = "\n=== ";

void add_files(std::string_view text, test::Office& office) {
  std::string name = "report.yaml";
  while (true) {
    const auto end = text.find(kNextFile);
    office.add(name, std::string(text.substr(0, end)));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + kNextFile.size());
    const auto line = text.find('\n');
    name = text.substr(0, line);
    if (line == std::string_view::npos || name.find('\0') != std::string::npos) return;
    text.remove_prefix(line + 1);
  }
}

/// As a plugin would that places all it gets.
model::Sections placed(const model::Report& report) {
  model::Sections sections;
  for (const model::ReportSection& given : report.sections) {
    model::Section& section = sections.emplace_back();
    section.id = given.id;
    section.plugin = given.plugin;
    section.title = given.title;
    section.source = given.source;
    for (const model::NamedValue& member : given.with.members) {
      model::Block& block = section.blocks.emplace_back();
      block.kind = model::BlockKind::Placed;
      block.value = member.value;
    }
  }
  return sections;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  test::Office office;
  add_files(test::bytes_of(data, size), office);
  const Path layout = std::string(test::Office::kFolder) + "report.yaml";
  office.spec =
      config::read_layout(layout, office.options, office.files, office.sources, office.diagnostics);
  const bool sound = office.diagnostics.errors() == 0;
  test::require(office.spec || !sound);
  if (!office.spec) return 0;
  test::require(!sound ||
                office.spec->sections.size() == test::typed_sections(layout, office.files));
  auto report = document::bind(*office.spec,
                               {office.files, office.sources, office.plugins, config::read_yaml},
                               office.diagnostics);
  if (report) {
    const model::Sections sections = placed(*report);
    const auto document =
        document::compose(std::move(*report), sections, office.sources, office.diagnostics);
    test::require(document.sections.size() == sections.size());
  }
  test::check_findings(office.diagnostics, office.sources);
  return 0;
}
