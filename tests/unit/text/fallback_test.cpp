#include <catch2/catch.hpp>

#include "text/face_choice.hpp"
#include "text/grapheme.hpp"
#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using namespace sheaf::text::test;

namespace {

/// "[text|face]" for each fragment of a text on one line.
std::string faces_of(Workshop& workshop, std::string_view text) {
  std::string result;
  for (const Line& line : workshop.make(text).lines(pt(2000))) {
    for (const Fragment& f : line.fragments) {
      result += "[" + f.word->text + "|" + f.word->face->postscript_name() + "]";
    }
  }
  return result;
}

}  // namespace

TEST_CASE("Each character is set in the first face of the stack that has it") {
  Workshop workshop;
  CHECK(faces_of(workshop, "a⅓b") == "[a|OpenSans][⅓|DejaVuSans][b|OpenSans]");
  CHECK(faces_of(workshop, "نومبر") == "[نومبر|DejaVuSans]");
}

TEST_CASE("A word whose letters join is not parted between faces") {
  Workshop workshop;
  // DejaVu Sans comes first and has all of it but U+06C1.
  CHECK(faces_of(workshop, "ہوا") == "[ہوا|NotoNastaliqUrdu-Regular]");
}

TEST_CASE("A mark goes with its letter to a face that has both") {
  Workshop workshop;
  // Open Sans has q, but not U+0331: both go to the next face.
  CHECK(faces_of(workshop, "aq\u0331") == "[a|OpenSans][q\u0331|DejaVuSans]");
  // It has é as one glyph, however it is written.
  CHECK(faces_of(workshop, "e\u0301") == "[e\u0301|OpenSans]");
}

TEST_CASE("A character that no font has is reported once, with its name and the fonts tried") {
  Workshop workshop;
  Span span = Workshop::span("smile 猫 and 猫");
  span.stack = 1;
  span.source = SourceId{40};
  const auto lines = workshop.make({span}).lines(pt(500));
  REQUIRE(workshop.diagnostics.all().size() == 1);
  const Diagnostic& found = workshop.diagnostics.all().front();
  CHECK(found.id == "missing-glyph");
  CHECK(found.severity == Severity::Error);
  CHECK(found.source == SourceId{40});
  CHECK(found.message == "No font of the theme has the character \"猫\" (U+732B)");
  CHECK_THAT(found.help, Catch::Contains("Open Sans"));
  CHECK(text_of(lines[0]) == "smile 猫 and 猫");
  for (const Fragment& f : lines[0].fragments) {
    for (const Glyph& glyph : f.word->glyphs) CHECK(glyph.id != 0);
  }
}

TEST_CASE("A missing character is told where it was typed, if it was typed") {
  Workshop workshop;
  SourceMap sources;
  const SourceId file = sources.add("a.md", "Two of\nthem: 猫 and \\u8c93.");
  workshop.shop.use(theme(), workshop.diagnostics, &sources);
  Span span = Workshop::span("Two of them: 猫 and 貓.");
  span.stack = 1;
  span.source = file;
  workshop.make({span});
  REQUIRE(workshop.diagnostics.all().size() == 2);
  CHECK(workshop.diagnostics.all()[0].source == file + std::string("Two of\nthem: ").size());
  CHECK(workshop.diagnostics.all()[1].source == file);
}

TEST_CASE("A new build reports a missing character again, though its word is known") {
  Workshop workshop;
  Span span = Workshop::span("猫");
  span.stack = 1;
  workshop.make({span});
  workshop.make({span});
  CHECK(workshop.diagnostics.errors() == 1);
  workshop.shop.use(theme(), workshop.diagnostics);
  workshop.make({span});
  CHECK(workshop.diagnostics.errors() == 2);
}

TEST_CASE("A family that is not installed is an error at its source, with the nearest name") {
  Diagnostics diagnostics;
  Shop shop(make_face_store(), index());
  model::Theme bad = theme();
  bad.stacks[0].families.push_back("Open Sanz");
  bad.stacks[0].source = SourceId{9};
  shop.use(bad, diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == "missing-font");
  CHECK(diagnostics.all()[0].source == SourceId{9});
  CHECK_THAT(diagnostics.all()[0].help, Catch::StartsWith("Did you mean \"Open Sans\"?"));
}

TEST_CASE("A family that is not installed is told where the theme names it") {
  Diagnostics diagnostics;
  SourceMap sources;
  const SourceId file = sources.add("house.yaml", "body:\n  - Open Sanz Extra\n  - Open Sanz\n");
  Shop shop(make_face_store(), index());
  model::Theme bad = theme();
  bad.stacks = {{"body", {"Open Sanz Extra", "Open Sanz"}, file}};
  shop.use(bad, diagnostics, &sources);
  REQUIRE(diagnostics.all().size() == 2);
  CHECK(diagnostics.all()[0].source == file + std::string("body:\n  - ").size());
  CHECK(diagnostics.all()[1].source ==
        file + std::string("body:\n  - Open Sanz Extra\n  - ").size());
}

TEST_CASE("Text without any font is reported and left out") {
  const FontIndex gone(
      {{"Gone", model::Weight::Regular, model::Slant::Upright, "/nowhere/gone.ttf"}});
  Diagnostics diagnostics;
  Shop shop(make_face_store(), gone);
  model::Theme bad;
  bad.stacks.push_back({"body", {"Gone"}, {}});
  shop.use(bad, diagnostics);
  const Span span = Workshop::span("two words");
  const Paragraph p = Paragraph::make({&span, 1}, {}, shop, diagnostics);
  for (const Line& line : p.lines(pt(100))) CHECK(line.fragments.empty());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].id == "unreadable-font");
  CHECK(shop.first_face(0, model::Weight::Regular, model::Slant::Upright) == nullptr);
}

TEST_CASE("The faces of a stack come in the theme's order") {
  Workshop workshop;
  const auto faces = workshop.shop.faces(0, model::Weight::Regular, model::Slant::Upright);
  REQUIRE(faces.size() == 4);
  CHECK(faces[0]->postscript_name() == "OpenSans");
  CHECK(faces[0] == workshop.shop.first_face(0, model::Weight::Regular, model::Slant::Upright));
  CHECK(faces[3]->postscript_name() == "NotoSansHebrew-Regular");
}

TEST_CASE("Words outlive a change of theme, until the shop is trimmed") {
  Workshop workshop;
  const auto before = workshop.make("kept").lines(pt(100));
  workshop.shop.use(theme(), workshop.diagnostics);
  CHECK(workshop.make("kept").lines(pt(100))[0].fragments[0].word == before[0].fragments[0].word);
  workshop.shop.trim(0);
  CHECK(texts(workshop.make("kept").lines(pt(100))) == std::vector<std::string>{"kept"});
}

TEST_CASE("A grapheme is a base with all that joins it") {
  const auto first = [](std::string_view text) {
    return std::string(text.substr(0, grapheme_end(text, 0)));
  };
  CHECK(first("ab") == "a");
  CHECK(first("e\u0301\u0323x") == "e\u0301\u0323");
  CHECK(first("👩\u200D🔬x") == "👩\u200D🔬");
  CHECK(first("👍🏽x") == "👍🏽");
  CHECK(first("🇬🇧🇫🇷") == "🇬🇧");
}
