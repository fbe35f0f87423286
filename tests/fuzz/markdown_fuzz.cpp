// Any text as Markdown, as a file and in the layout: a document, with or without errors.

#include "base/utf8.hpp"
#include "document/compose.hpp"
#include "fuzzing.hpp"

using namespace sheaf;

namespace {

model::Section section_of(model::Value markdown) {
  model::Section section;
  section.id = "a";
  section.plugin = "prose";
  section.title = "A section";
  model::Block& placed = section.blocks.emplace_back();
  placed.kind = model::BlockKind::Placed;
  placed.value = std::move(markdown);
  return section;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("a.md", std::string(test::bytes_of(data, size)));
  const std::string_view text = sources.text(start);
  if (find_invalid_utf8(text) || find_control_character(text)) return 0;  // refused before
  model::Value markdown = model::text_value(std::string(text), start);
  markdown.kind = model::ValueKind::Markdown;
  markdown.replacements = {{"((a))", "*a* <b> [c](d)", "a"},
                           {"((date as month))", "May", "2020-05"}};
  model::Report report;
  report.title = "A report";
  report.language = "en-GB";
  const auto document =
      document::compose(std::move(report), {section_of(std::move(markdown))}, sources, diagnostics);
  test::require(document.sections.size() == 1);
  test::check_findings(diagnostics, sources);
  return 0;
}
