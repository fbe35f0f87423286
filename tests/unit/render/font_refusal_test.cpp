#include <sstream>

#include "outside.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::ElementKind;
using model::StructureId;

namespace {

/// Open Sans with some bytes changed.
template <class Change>
std::unique_ptr<text::Face> changed_face(const char* name, Change change) {
  std::ostringstream original;
  original << std::ifstream(regular().path(), std::ios::binary).rdbuf();
  std::string bytes = original.str();
  change(bytes);
  const std::string path = std::string(SHEAF_BINARY_FOLDER) + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return open_face(path.c_str());
}

/// Where a table begins, by the font's own directory.
std::size_t offset_of(const std::string& font, const char* table) {
  const auto entry = font.find(table, 12);
  std::size_t offset = 0;
  for (int at = 8; at < 12; ++at)
    offset = offset << 8 | static_cast<unsigned char>(font[entry + at]);
  return offset;
}

std::string refusal(const text::Face& face) {
  HandMade report;
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  report.document[paragraph].source = {5};
  for (int page = 0; page < 2; ++page) {
    report.page().items.push_back(report.line(HandMade::mark(paragraph), face, "Refused", 56, 80));
  }
  Diagnostics diagnostics;
  auto cache = render::pdf::make_writer_cache();
  CHECK_FALSE(report.write(*cache, diagnostics).has_value());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].source == SourceId{5});
  return diagnostics.all()[0].id;
}

}  // namespace

TEST_CASE("A font whose licence forbids embedding is refused once, where it is used") {
  const auto face = changed_face("restricted.ttf", [](std::string& bytes) {
    bytes[offset_of(bytes, "OS/2") + 9] = 2;  // fsType: restricted licence embedding
  });
  CHECK(refusal(*face) == "font-licence");
}

TEST_CASE("A font with PostScript outlines is refused once, where it is used") {
  const auto face = changed_face(
      "postscript.ttf", [](std::string& bytes) { bytes.replace(bytes.find("DSIG"), 4, "CFF "); });
  CHECK(refusal(*face) == "font-format");
}
