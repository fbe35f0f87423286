#include "document/difference.hpp"

#include <catch2/catch.hpp>

#include "composing.hpp"

using namespace sheaf;
using namespace sheaf::test;
using document::Difference;
using document::WordRun;

namespace {

using Lines = std::vector<std::string>;

/// "changed paragraph in Staff: We are [-40] [+41]"
std::string line_of(const Difference& one) {
  std::string line = fmt::format("{} {}", name_of(one.kind), one.what);
  if (!one.section.empty()) line += " in " + one.section;
  if (!one.note.empty()) line += " (" + one.note + ")";
  if (!one.words.empty()) line += ":";
  for (const WordRun& run : one.words) {
    constexpr std::array<std::string_view, 3> kForms{" {}", " [-{}]", " [+{}]"};
    line += fmt::format(fmt::runtime(kForms[static_cast<std::size_t>(run.kind)]), run.text);
  }
  return line;
}

Lines between(Composing& before, Composing& after) {
  Lines lines;
  for (const Difference& one : document::differences(before.compose(), after.compose())) {
    lines.push_back(line_of(one));
  }
  CHECK(before.findings().empty());
  CHECK(after.findings().empty());
  return lines;
}

/// Between two reports of one section each.
Lines between(Blocks before, Blocks after) {
  Composing first, second;
  first.section("staff", "Staff", std::move(before));
  second.section("staff", "Staff", std::move(after));
  return between(first, second);
}

Block paragraph(std::string words) { return block(BlockKind::Paragraph, std::move(words)); }

Block link(std::string to) {
  return block(BlockKind::Paragraph, {},
               {text("See "), block(BlockKind::Link, {{"to", std::move(to)}}, {text("the plan")}),
                text(" today")});
}

Block table(const std::vector<Lines>& rows) {
  Block made = block(BlockKind::Table, {{"caption", "Actions"}});
  made.children = {block(BlockKind::Column, "What"), block(BlockKind::Column, "State")};
  for (const Lines& cells : rows) {
    Block row = block(BlockKind::Row);
    for (const std::string& cell : cells) row.children.push_back(block(BlockKind::Cell, cell));
    made.children.push_back(std::move(row));
  }
  return made;
}

/// A report with a section for each title, whose id is the title's first letter.
void fill(Composing& report, const Lines& titles) {
  for (const std::string& title : titles) {
    report.section(title.substr(0, 1), title, {paragraph("About " + title)});
  }
}

Lines between_sections(const Lines& before, const Lines& after) {
  Composing first, second;
  fill(first, before);
  fill(second, after);
  return between(first, second);
}

}  // namespace

TEST_CASE("Two documents that say the same have no differences") {
  CHECK(between(Blocks{paragraph("We are 40"), table({{"Hire", "late"}})},
                Blocks{paragraph("We are 40"), table({{"Hire", "late"}})}) == Lines{});
}

TEST_CASE("A changed paragraph shows the words that changed, between those that did not") {
  CHECK(between(Blocks{paragraph("We have 40 staff in two homes")},
                Blocks{paragraph("We have 41 staff in two new homes")}) ==
        Lines{"changed paragraph in Staff: We have [-40] [+41] staff in two [+new] homes"});
}

TEST_CASE("A paragraph that has little in common with another is not the same one changed") {
  CHECK(between(Blocks{paragraph("The centre closes in May")},
                Blocks{paragraph("Visits to libraries rose by half")}) ==
        Lines{"added paragraph in Staff: [+Visits to libraries rose by half]",
              "removed paragraph in Staff: [-The centre closes in May]"});
}

TEST_CASE("Blocks that were added and removed are told whole") {
  CHECK(between(Blocks{paragraph("One"), paragraph("Two"), paragraph("Three")},
                Blocks{paragraph("Zero"), paragraph("One"), paragraph("Three")}) ==
        Lines{"added paragraph in Staff: [+Zero]", "removed paragraph in Staff: [-Two]"});
}

TEST_CASE("A block that stands elsewhere, word for word, was moved") {
  CHECK(between(Blocks{paragraph("A b c"), paragraph("D e f"), paragraph("G h i")},
                Blocks{paragraph("D e f"), paragraph("G h i"), paragraph("A b c")}) ==
        Lines{"moved paragraph in Staff: A b c"});
  Composing before, after;
  before.section("a", "First", {paragraph("Stays"), paragraph("Goes")});
  before.section("b", "Second", {paragraph("Waits")});
  after.section("a", "First", {paragraph("Stays")});
  after.section("b", "Second", {paragraph("Waits"), paragraph("Goes")});
  CHECK(between(before, after) == Lines{"moved paragraph in Second (from \"First\"): Goes"});
}

TEST_CASE("Of a text that stood twice and stands once elsewhere, one was moved and one removed") {
  Composing before, after;
  before.section("a", "First", {paragraph("Goes"), paragraph("Stays"), paragraph("Goes")});
  before.section("b", "Second", {paragraph("Waits")});
  after.section("a", "First", {paragraph("Stays")});
  after.section("b", "Second", {paragraph("Goes"), paragraph("Waits")});
  CHECK(between(before, after) == Lines{"removed paragraph in First: [-Goes]",
                                        "moved paragraph in Second (from \"First\"): Goes"});
}

TEST_CASE("A link that leads elsewhere is a change though its text is the same") {
  CHECK(between(Blocks{link("https://www.example.gov.uk/a")},
                Blocks{link("https://www.example.gov.uk/b")}) ==
        Lines{"changed paragraph in Staff: See the plan [-<https://www.example.gov.uk/a>] "
              "[+<https://www.example.gov.uk/b>] today"});
}

TEST_CASE("Weight is part of what is said") {
  const Block strong =
      block(BlockKind::Paragraph, {},
            {text("We "), block(BlockKind::Strong, {}, {text("will not")}), text(" close")});
  CHECK(between(Blocks{paragraph("We will not close")}, Blocks{strong}) ==
        Lines{"changed paragraph in Staff: We [-will not] [+**will not**] close"});
}

TEST_CASE("Table rows are compared row by row, known by their first cell") {
  CHECK(between(Blocks{table({{"Hire", "late"}, {"Train", "on time"}, {"Move", "done"}})},
                Blocks{table({{"Hire", "done"}, {"Train", "on time"}, {"Buy", "new"}})}) ==
        Lines{"changed table row in Staff: Hire | [-late] [+done]",
              "added table row in Staff: [+Buy | new]",
              "removed table row in Staff: [-Move | done]"});
}

TEST_CASE("Sections are added, removed and renamed") {
  CHECK(between_sections({"Aims", "Budget"}, {"Aims", "Costs", "Budget"}) ==
        Lines{"added section in Costs", "added paragraph in Costs: [+About Costs]"});
  CHECK(between_sections({"Aims", "Budget"}, {"Aims"}) ==
        Lines{"removed section in Budget", "removed paragraph in Budget: [-About Budget]"});
  Composing before, after;
  before.section("a", "Aims", {paragraph("Same")});
  after.section("a", "What we want", {paragraph("Same")});
  CHECK(between(before, after) ==
        Lines{"changed section title in What we want: [-Aims] [+What we want]"});
}

TEST_CASE("A section under another id, but with the same title, is the same") {
  Composing before, after;
  before.section("a", "Aims", {paragraph("Same")});
  after.section("b", "Aims", {paragraph("Same")});
  CHECK(between(before, after) == Lines{});
}

TEST_CASE("A section that stands elsewhere was moved; those it passed were not") {
  CHECK(between_sections({"Aims", "Budget", "Costs", "Dates"},
                         {"Dates", "Aims", "Budget", "Costs"}) ==
        Lines{"moved section in Dates (from after \"Costs\" to the beginning)"});
}

TEST_CASE("Title, subtitle, date, board, status and language are compared") {
  Composing before, after;
  before.report.subtitle = "For the board";
  before.report.meeting = record(model::ValueKind::Record, {{"date", date(2020, 11, 25)}});
  after.report.title = "Second report";
  after.report.meeting = record(model::ValueKind::Record, {{"date", date(2020, 12, 2)}});
  after.report.status = model::Status::Draft;
  const Lines lines = between(before, after);
  CHECK(std::ranges::count(lines, "removed subtitle: [-For the board]") == 1);
  CHECK(std::ranges::count(lines,
                           "changed meeting's date: [-25 November 2020] [+2 December 2020]") == 1);
  CHECK(std::ranges::count(lines, "changed status: [-final] [+draft]") == 1);
  CHECK(lines.front().find("[-Report]") != std::string::npos);
}

TEST_CASE("A figure's words and a picture's bytes are told apart") {
  Composing before, after;
  for (Composing* report : {&before, &after}) {
    model::Value image = record(model::ValueKind::Image, {{"alt", model::text_value("A map", {})}});
    image.asset = 0;
    report->report.assets.push_back({"map.png", report == &before ? "old" : "new", {}});
    report->section("staff", "Staff", {block(BlockKind::Figure, {}, {placed(image)})});
  }
  CHECK(between(before, after) ==
        Lines{"changed picture in Staff (the picture is another): A map"});
}

TEST_CASE("Every difference knows where it was typed") {
  Composing before, after;
  before.section("staff", "Staff", {paragraph("One two three")});
  after.section("staff", "Staff", {paragraph("One two four")});
  const SourceId place = after.sources.add("staff.md", "One two four\n");
  after.sections[0].blocks[0].children[0].source = place;
  after.sections[0].blocks[0].source = place;
  const auto found = document::differences(before.compose(), after.compose());
  REQUIRE(found.size() == 1);
  CHECK(found[0].after == place);
  CHECK(found[0].before == before.report.source);
}

TEST_CASE("Reports of ten thousand paragraphs, all different, are compared soon") {
  Blocks before, after;
  for (int i = 0; i < 10'000; ++i) {
    before.push_back(paragraph("Old number " + std::to_string(i)));
    after.push_back(paragraph("New words of " + std::to_string(i) + " come here"));
  }
  CHECK(between(std::move(before), std::move(after)).size() >= 10'000);
}
