#include "model/value.hpp"

#include <catch2/catch.hpp>

#include "model/report.hpp"
#include "support/golden.hpp"
#include "typed.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::TypeKind;

namespace {

model::Value sample() {
  const auto type = record_of({
      field("text", plain(TypeKind::Text)),
      field("markdown", plain(TypeKind::Markdown)),
      field("whole", plain(TypeKind::Whole)),
      field("decimal", plain(TypeKind::Decimal)),
      field("money", plain(TypeKind::Money)),
      field("open", plain(TypeKind::YesNo)),
      field("status", choice_of({"on track", "delayed"})),
      field("day", plain(TypeKind::Day)),
      field("month", plain(TypeKind::PartialDate)),
      field("expected", plain(TypeKind::Timing)),
      field("visited", plain(TypeKind::Timing)),
      field("chair", plain(TypeKind::Person)),
      field("link", plain(TypeKind::Link)),
      field("list", with_item(TypeKind::List, plain(TypeKind::Text))),
      field("rows", with_item(TypeKind::Rows, record_of({field("a", plain(TypeKind::Text))}))),
  });
  const Typed result = typed(
      "text: \"Quotes \\\" and a\\nline\"\nmarkdown: |\n  *Meeting* ((x))\nwhole: 12\n"
      "decimal: 12.50\nmoney: £1,250.50\nopen: yes\nstatus: delayed\nday: 2020-11-25\n"
      "month: 2020-11\nexpected: imminently\nvisited: 2020-02\n"
      "chair: { name: Ann Other, post: Chair }\nlink: { text: Advice, to: www.example.org }\n"
      "list: [one, two]\nrows:\n  - a: b\n",
      type);
  REQUIRE(result.findings.empty());
  return result.value;
}

}  // namespace

TEST_CASE("Every kind of value has a line in the dump") {
  model::Value value = sample();
  for (auto& [name, member] : value.members) {
    if (name == "markdown") member.replacements.push_back({"((x))", "25 November 2020"});
  }
  check_golden("model/value.txt", dump(value));
}

TEST_CASE("A report's dump says nothing of the machine it was made on") {
  model::Report report;
  report.title = "Statutory Officer's Report";
  report.language = "en-GB";
  report.theme = "civic";
  report.status = model::Status::Draft;
  report.outputs.push_back({"2020-11-report-draft", {"pdf"}, {}});
  report.meeting.kind = report.people.kind = model::ValueKind::Record;
  report.sections.push_back({.id = "care",
                             .plugin = "prose",
                             .owner = "Adult Social Care",
                             .title = "Adult Social Care",
                             .source = {},
                             .title_source = {},
                             .with = sample()});
  report.assets.push_back({"/home/someone/chart.png", "12345", {}});
  check_golden("model/report.txt", dump(report));
}

TEST_CASE("Scalars have one canonical text") {
  const model::Value value = sample();
  CHECK(canonical_text(*value.find("open")) == "yes");
  CHECK(canonical_text(*value.find("money")) == "1250.50");
  CHECK(canonical_text(*value.find("month")) == "2020-11");
  CHECK(canonical_text(*value.find("expected")) == "imminently");
  CHECK(canonical_text(*value.find("visited")) == "2020-02");
  CHECK(canonical_text(*value.find("list")).empty());
  CHECK(value.find("nothing") == nullptr);
}
