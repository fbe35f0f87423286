#include "config/theme_reader.hpp"

#include <array>

#include <catch2/catch.hpp>

#include "config/length.hpp"
#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using model::Role;
using model::Theme;

namespace {

const Path kThemes = Path(SHEAF_SOURCE_FOLDER) / "configs/themes";

std::string civic_text() {
  return *make_real_file_system()->read(kThemes / "civic.yaml", 1'000'000);
}

/// The civic theme with `from` replaced by `to`, wherever it stands.
std::string changed(std::initializer_list<std::pair<std::string_view, std::string_view>> edits) {
  std::string text = civic_text();
  for (const auto& [from, to] : edits) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }
  return text;
}

int line_of(std::string_view text, std::string_view what) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + long(at), '\n'));
}

struct Reading {
  test::MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  Result<Theme> theme = failed();

  void read(std::string_view name, const Path& folder = "/r") {
    const std::array<Path, 2> folders{"/none", "/themes"};
    theme = config::read_theme(name, {}, folder, folders, files, sources, diagnostics);
  }
  /// "line id: message" of each finding.
  std::vector<std::string> findings() const {
    std::vector<std::string> all;
    for (const Diagnostic& one : diagnostics.all()) {
      all.push_back(fmt::format("{} {}: {}", sources.locate(one.source).line, one.id, one.message));
    }
    return all;
  }
};

Reading read(const std::string& text) {
  Reading reading;
  reading.files.files["/themes/x.yaml"] = text;
  reading.read("x");
  return reading;
}

using Findings = std::vector<std::string>;

}  // namespace

TEST_CASE("The civic theme is whole and readable") {
  const Reading reading = read(civic_text());
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.theme);
  const Theme& theme = *reading.theme;
  CHECK(theme.name == "x");
  CHECK(theme.page.width.micro == 595'275'591);
  CHECK(theme.margins.left.micro == 68'031'496);
  CHECK(theme.stacks[theme.style(Role::Body).stack].families.front() == "Open Sans");
  CHECK(theme.stacks[theme.code_stack].name == "code");
  CHECK(theme.style(Role::Body).size == pt(12));
  CHECK(theme.style(Role::Body).leading == pt(18));
  CHECK(theme.style(Role::Title).weight == model::Weight::Bold);
  CHECK(theme.table.rule_width == millipt(500));
  CHECK(theme.callouts[0].padding == Insets{pt(9), pt(12), pt(9), pt(14)});
  CHECK(theme.footer.end == "Page ((page)) of ((pages))");
  CHECK_FALSE(theme.header.on_first_page);
  CHECK_FALSE(theme.hyphenate);
  CHECK(theme.logo.file.empty());
  for (const model::TextStyle& style : theme.styles) {
    CHECK(style.size >= pt(12));
    CHECK(style.alignment == model::Alignment::Start);
    CHECK(contrast(style.colour, {255, 255, 255}) >= 4.5);
  }
}

TEST_CASE("All that is wrong with a theme's spelling comes in one run") {
  const std::string text = changed({{"size: 27pt", "size: 27"},
                                    {"  quote.text:", "  quote.txt:"},
                                    {"civic: \"#00513f\"", "civic: \"green\""},
                                    {"link: blue", "link: blu"},
                                    {"edge: leaf", "edge: leave"},
                                    {"lead: { font: text,", "lead: { font: txt,"},
                                    {"on_first_page: no", "on_first_page: never"},
                                    {"  gap: 10pt\n", ""}});
  const Reading reading = read(text);
  CHECK_FALSE(reading.theme);
  const auto at = [&](std::string_view what) { return line_of(text, what); };
  CHECK(
      reading.findings() ==
      Findings{fmt::format("{} unknown-key: styles has no `quote.txt`", at("quote.txt")),
               fmt::format("{} wrong-type: header.on_first_page should be yes or no, not \"never\"",
                           at("never")),
               fmt::format("{} missing-value: metric needs `gap`", at("metric:\n") + 1),
               fmt::format("{} bad-colour: \"green\" is no colour", at("\"green\"")),
               fmt::format("{} unknown-font: `fonts` has no `txt`", at("font: txt")),
               fmt::format("{} bad-length: \"27\" is no length", at("size: 27,")),
               fmt::format("{} bad-colour: \"blu\" is no colour", at("link: blu")),
               fmt::format("{} bad-colour: \"leave\" is no colour", at("leave"))});
}

TEST_CASE("A theme has at most 255 lists of fonts, so that each style finds its own") {
  std::string lists = "fonts:\n";
  for (int i = 0; i < 255; ++i) lists += fmt::format("  more{}: [Open Sans]\n", i);
  const Reading reading = read(changed({{"fonts:\n", lists}}));
  CHECK_FALSE(reading.theme);
  REQUIRE(reading.findings().size() == 1);
  CHECK_THAT(reading.findings().front(), Catch::Contains("too-many-fonts: `fonts` has 25"));
}

TEST_CASE("A header or footer so far from the edge that no room is left is refused at its line") {
  for (const std::string name : {"header", "footer"}) {
    std::string text = changed({});
    const std::size_t at = text.find("distance:", text.find("\n" + name + ":"));
    REQUIRE(at != text.npos);
    text.replace(at, text.find_first_of(",}\n", at) - at, "distance: 240mm");
    const Reading reading = read(text);
    CHECK_FALSE(reading.theme);
    CHECK(reading.findings() ==
          Findings{fmt::format("{} no-room: The {}'s distance from the edge leaves less than 60 mm "
                               "for the text",
                               line_of(text, "distance: 240mm"), name)});
  }
}

TEST_CASE("A theme that people cannot read is refused at its line") {
  const std::string text =
      changed({{"quiet: \"#46574f\"", "quiet: \"#9aa5a0\""},
               {"table.cell: { font: text, size: 12pt", "table.cell: { font: text, size: 9pt"},
               {"leading: 33pt", "leading: 20pt"},
               {"line: white", "line: leaf"},
               {"delayed: red", "delayed: rule"},
               {"left: 24mm", "left: 170mm"}});
  const Reading reading = read(text);
  CHECK_FALSE(reading.theme);
  const auto at = [&](std::string_view what) { return line_of(text, what); };
  const Findings found = reading.findings();
  const auto has = [&](const std::string& one) {
    INFO(one);
    CHECK(std::find(found.begin(), found.end(), one) != found.end());
  };
  has(fmt::format("{} no-room: The margins leave less than 60 mm for the text", at("170mm")));
  has(
      fmt::format("{} text-too-small: table.cell is smaller than 12pt, the least that most people "
                  "can read",
                  at("table.cell")));
  has(
      fmt::format("{} lines-too-close: the leading of title is smaller than its size, so lines "
                  "overlap",
                  at("leading: 20pt")));
  has(
      fmt::format("{} low-contrast: caption on the page has a contrast of 2.5, and 4.5 is the "
                  "least that can be read",
                  at("  caption:")));
  has(
      fmt::format("{} low-contrast: metric.note on a metric's tile has a contrast of 2.2, and 4.5 "
                  "is the least that can be read",
                  at("metric.note")));
  has(
      fmt::format("{} low-contrast: delayed has a contrast of 1.6, and 4.5 is the least that can "
                  "be read",
                  at("delayed:")));
  has(
      fmt::format("{} low-contrast: the pictogram's line has a contrast of 1.8, and 3.0 is the "
                  "least that can be read",
                  at("line: leaf")));
}

TEST_CASE("Hyphenation is refused by name, not ignored") {
  const std::string text = changed({{"hyphenate: no", "hyphenate: yes"}});
  CHECK(read(text).findings() ==
        std::vector{fmt::format("{} not-supported-yet: `hyphenate: yes` is not supported by this "
                                "version yet",
                                line_of(text, "hyphenate: yes"))});
}

TEST_CASE("Large text may have a contrast of 3") {
  CHECK(read(changed({{"weight: bold, colour: civic }", "weight: bold, colour: \"#6f8f84\" }"}}))
            .theme);
}

TEST_CASE("A colour may be typed without quotes, with a warning") {
  const Reading reading = read(changed({{"link: blue", "link: #0b4f8a"}}));
  REQUIRE(reading.theme);
  CHECK(reading.theme->link == Colour{0x0b, 0x4f, 0x8a});
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].id == "hash-in-text");
}

TEST_CASE("A theme is found by name in the theme folders, or by its path") {
  Reading reading;
  reading.files.files["/themes/civic.yaml"] = civic_text();
  reading.files.files["/r/house/own.yaml"] = civic_text();
  reading.read("civic");
  CHECK(reading.theme);
  reading.read("house/own.yaml");
  CHECK(reading.theme);
  CHECK(reading.diagnostics.all().empty());
  reading.read("civik");
  CHECK_FALSE(reading.theme);
  reading.read("gone.yaml");
  REQUIRE(reading.diagnostics.all().size() == 2);
  CHECK(reading.diagnostics.all()[0].message == "There is no theme `civik`");
  CHECK(reading.diagnostics.all()[0].help == "Did you mean `civic`?");
  CHECK(reading.diagnostics.all()[0].fixes.empty());  // a civik may be meant that is not here yet
  CHECK(reading.diagnostics.all()[1].message == "There is no file \"/r/gone.yaml\"");
}

TEST_CASE("A logo is read beside its theme and needs words") {
  const std::string logo =
      "logo: { file: crest.png, alt: Council crest, height: 15mm }\nlink: blue";
  Reading reading;
  reading.files.files["/r/own.yaml"] = changed({{"link: blue", logo}});
  reading.files.files["/r/crest.png"] = "png";
  reading.read("own.yaml");
  REQUIRE(reading.theme);
  CHECK(reading.theme->logo.bytes == "png");
  CHECK(reading.theme->logo.alt == "Council crest");
  CHECK(reading.theme->logo.height.micro == 42'519'685);
  Reading bad;
  bad.files.files["/r/own.yaml"] =
      changed({{"link: blue", "logo: { file: gone.png, height: 15mm }\nlink: blue"}});
  bad.read("own.yaml");
  const int line = line_of(bad.files.files["/r/own.yaml"], "logo:");
  CHECK(bad.findings() ==
        Findings{fmt::format("{} missing-value: logo needs `alt`", line),
                 fmt::format("{} file-not-found: There is no file \"/r/gone.png\"", line)});
}

TEST_CASE("Lengths are exact") {
  CHECK(config::parse_length("12pt") == pt(12));
  CHECK(config::parse_length("0.5pt") == millipt(500));
  CHECK(config::parse_length("20mm") == Length{56'692'913});
  CHECK(config::parse_length("2.1cm") == Length{59'527'559});
  CHECK(config::parse_length("0") == Length{});
  for (const auto* bad : {"", "12", "pt", "-1pt", "1 pt", "1.pt", ".5pt", "1.2345pt", "12px",
                          "9999999pt", "6000mm", "1e3pt"}) {
    INFO(bad);
    CHECK_FALSE(config::parse_length(bad));
  }
}

TEST_CASE("A theme from memory is at its own places, and its logo is read anew") {
  test::MemoryFileSystem files;
  files.files["/r/own.yaml"] =
      changed({{"link: blue", "logo: { file: crest.png, alt: Crest, height: 15mm }\nlink: blue"}});
  files.files["/r/crest.png"] = "old";
  SourceMap sources;
  Diagnostics found;
  config::YamlMemory memory;
  const auto read = [&] {
    return config::read_theme("own.yaml", {}, "/r", {}, files, sources, found, &memory);
  };
  const auto first = read();
  REQUIRE(first);
  files.files["/r/crest.png"] = "new";
  sources.add("between.yaml", "something else");
  const auto again = read();
  REQUIRE(again);
  CHECK(again->name == "own");
  CHECK(again->logo.bytes == "new");
  CHECK(again->source > first->source);
  const auto line = [&](SourceId place) { return sources.locate(place).line; };
  CHECK(line(again->stacks.at(1).source) == line(first->stacks.at(1).source));
  CHECK(again->style(Role::Title).size == first->style(Role::Title).size);
  files.files.erase("/r/crest.png");
  CHECK_FALSE(read());
  CHECK(found.errors() == 1);
}

TEST_CASE("A theme with findings is checked again, so that each build hears of them") {
  test::MemoryFileSystem files;
  files.files["/r/own.yaml"] = changed({{"size: 27pt", "size: 11pt"}});
  config::YamlMemory memory;
  for (int turn = 0; turn < 2; ++turn) {
    SourceMap sources;
    Diagnostics found;
    CHECK_FALSE(config::read_theme("own.yaml", {}, "/r", {}, files, sources, found, &memory));
    CHECK(found.errors() == 1);
  }
}
