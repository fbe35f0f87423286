#include "text/font_index.hpp"

#include <catch2/catch.hpp>

#include "support/memory_file_system.hpp"
#include "text/face.hpp"
#include "workshop.hpp"

using namespace sheaf;
using namespace sheaf::text;
using model::Slant;
using model::Weight;

namespace {

FontIndex sample() {
  return FontIndex({{"Open Sans", Weight::Bold, Slant::Upright, "/f/b.ttf"},
                    {"Noto Sans", Weight::Regular, Slant::Upright, "/f/n.ttf"},
                    {"Open Sans", Weight::Regular, Slant::Italic, "/f/i.ttf"},
                    {"Open Sans", Weight::Regular, Slant::Upright, "/f/r.ttf"},
                    {"Open Sans", Weight::Regular, Slant::Upright, "/f/r.ttf"}});
}

/// A folder that exists as long as the test.
struct Folder {
  Path path = std::filesystem::temp_directory_path() / "sheaf-font-index-test";
  Folder() {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("An index is sorted, without repeats, and comes back from its text") {
  const FontIndex index = sample();
  CHECK(index.families() == std::vector<std::string_view>{"Noto Sans", "Open Sans"});
  CHECK(index.entries().size() == 4);
  CHECK(index.serialise() ==
        "Noto Sans\tregular\tupright\t/f/n.ttf\n"
        "Open Sans\tregular\tupright\t/f/r.ttf\n"
        "Open Sans\tregular\titalic\t/f/i.ttf\n"
        "Open Sans\tbold\tupright\t/f/b.ttf\n");
  const auto parsed = FontIndex::parse(index.serialise());
  REQUIRE(parsed);
  CHECK(parsed->entries() == index.entries());
}

TEST_CASE("A malformed index is no index") {
  CHECK(!FontIndex::parse("Open Sans\tregular\tupright\n"));
  CHECK(!FontIndex::parse("Open Sans\theavy\tupright\t/f/r.ttf\n"));
  CHECK(!FontIndex::parse("\tregular\tupright\t/f/r.ttf\n"));
}

TEST_CASE("The nearest style of a family is found: slant before weight") {
  const FontIndex index = sample();
  const auto path = [&](std::string_view family, Weight weight, Slant slant) {
    const FontEntry* found = index.find(family, weight, slant);
    return found ? found->path.string() : "none";
  };
  CHECK(path("open sans", Weight::Regular, Slant::Upright) == "/f/r.ttf");
  CHECK(path("Open Sans", Weight::SemiBold, Slant::Upright) == "/f/r.ttf");
  CHECK(path("Open Sans", Weight::Bold, Slant::Upright) == "/f/b.ttf");
  CHECK(path("Open Sans", Weight::Bold, Slant::Italic) == "/f/i.ttf");
  CHECK(path("Open", Weight::Regular, Slant::Upright) == "none");
}

TEST_CASE("Installed fonts are found with their styles, and each can be opened and embedded") {
  const FontIndex& index = text::test::index();
  for (const Weight weight : {Weight::Regular, Weight::SemiBold, Weight::Bold}) {
    for (const Slant slant : {Slant::Upright, Slant::Italic}) {
      const FontEntry* entry = index.find("Open Sans", weight, slant);
      REQUIRE(entry);
      CHECK(entry->weight == weight);
      CHECK(entry->slant == slant);
    }
  }
  for (const FontEntry& entry : index.entries()) {
    const auto face = Face::open(entry.path);
    REQUIRE(face);
    CHECK((*face)->may_embed());
  }
}

TEST_CASE("A bold face that claims a regular weight is known by its style") {
  const FontEntry* entry =
      text::test::index().find("Noto Nastaliq Urdu", Weight::Regular, Slant::Upright);
  REQUIRE(entry);
  CHECK((*Face::open(entry->path))->postscript_name() == "NotoNastaliqUrdu-Regular");
}

TEST_CASE("The index is kept in a file and made again when a font folder changes") {
  const Folder folder;
  const auto files = make_real_file_system();
  const Path cache = folder.path / "fonts";
  CHECK(load_font_index(cache, *files).entries() == text::test::index().entries());
  const auto kept = files->read(cache, 1 << 24);
  REQUIRE(kept);
  CHECK(load_font_index(cache, *files).entries() == text::test::index().entries());

  // An index of one font whose folder has not changed is believed, …
  const std::string one = "Only\tregular\tupright\t" + (folder.path / "only.ttf").string() + "\n";
  const auto heading = [&](std::int64_t time) {
    return "sheaf-fonts 1\n" + std::to_string(time) + "\t" + folder.path.string() + "\n\n";
  };
  std::filesystem::create_directories(folder.path / "below");
  const Path other = folder.path / "below" / "fonts";
  const auto now = files->stamp(folder.path)->modified;
  REQUIRE(files->write(other, heading(now) + one));
  CHECK(load_font_index(other, *files).families() == std::vector<std::string_view>{"Only"});
  // … one whose folder has changed is not, nor one that is damaged.
  REQUIRE(files->write(other, heading(now - 1) + one));
  CHECK(load_font_index(other, *files).families().size() > 1);
  REQUIRE(files->write(other, "sheaf-fonts 1\nnonsense"));
  CHECK(load_font_index(other, *files).families().size() > 1);
}

TEST_CASE("An index that cannot be kept is still an index") {
  const auto files = make_real_file_system();
  CHECK(!load_font_index("/nowhere/at/all/fonts", *files).entries().empty());
}

TEST_CASE("A face tells its name, metrics and glyphs") {
  const FontEntry* entry = text::test::index().find("Open Sans", Weight::Regular, Slant::Upright);
  REQUIRE(entry);
  const auto face = Face::open(entry->path);
  REQUIRE(face);
  CHECK((*face)->postscript_name() == "OpenSans");
  CHECK((*face)->metrics().units_per_em == 2048);
  CHECK((*face)->metrics().ascender > 0);
  CHECK((*face)->metrics().descender < 0);
  CHECK((*face)->metrics().cap_height > (*face)->metrics().x_height);
  CHECK(!(*face)->is_cff());
  CHECK((*face)->advance((*face)->nominal_glyph(U'W')) >
        (*face)->advance((*face)->nominal_glyph(U'i')));
  CHECK((*face)->nominal_glyph(U'猫') == 0);
  CHECK((*face)->advance(1'000'000) >= 0);
}

TEST_CASE("A file that is absent or no font is a problem, not a face") {
  CHECK(Face::open("/nowhere/font.ttf").error().error == FileError::NotFound);
  CHECK(Face::open(SHEAF_SOURCE_FOLDER "/CMakeLists.txt").error().error == FileError::Other);
}

TEST_CASE("Without a place for its cache the font index is made anew, and nothing is written") {
  sheaf::test::MemoryFileSystem files;
  CHECK_FALSE(load_font_index({}, files).entries().empty());
  CHECK(files.files.empty());
}
