// Two pages with a block of every kind, as a dump that is read when it changes.

#include <catch2/catch.hpp>

#include "bench.hpp"
#include "support/golden.hpp"

using namespace sheaf;
using namespace sheaf::test;

namespace {

void add_text(DocumentBuilder& builder) {
  builder.heading(1, "A report on everything");
  builder.heading(2, "Words");
  const auto text = builder.paragraph("Plain words, then ");
  builder.run(text, text, "strong", model::kStrong);
  builder.run(text, text, ", ");
  builder.run(text, text, "stressed", model::kEmphasis);
  builder.run(text, text, " and ");
  builder.run(text, text, "code", model::kCode);
  builder.run(text, text, " words, and ");
  builder.link(text, "a link to an example", "https://example.org/");
  builder.run(text, text, ".");
  builder.paragraph("A list of two:");
  builder.list({"the first item", "the second item, which is so long that it needs a second line"});
  const auto urdu = builder.paragraph("\u0627\u0644\u0633\u0644\u0627\u0645");
  builder.document[urdu].right_to_left = true;
}

void add_boxes(DocumentBuilder& builder) {
  builder.callout("Note", {"A callout holds a title and paragraphs."});
  const auto quote = builder.add(StructureId::Root, ElementKind::Quote);
  builder.paragraph("Well said.", quote, Role::QuoteText);
  builder.paragraph("Someone, of somewhere", quote, Role::QuoteSource);
  const auto metrics = builder.add(StructureId::Root, ElementKind::Metrics);
  for (const auto* label : {"Visits", "Calls"}) {
    builder.labelled(metrics, ElementKind::Metric, Role::MetricLabel, label, Role::MetricValue,
                     {"1,250"});
  }
}

void add_tables(DocumentBuilder& builder) {
  const auto facts = builder.add(StructureId::Root, ElementKind::Facts);
  builder.labelled(facts, ElementKind::Fact, Role::FactLabel, "Board", Role::FactValue, {"Health"});
  builder.labelled(facts, ElementKind::Fact, Role::FactLabel, "Date", Role::FactValue, {"Today"});
  const auto table = builder.table({"Action", "Status"}, {{"Do this", ""}, {"Do that", "Later"}});
  const auto row = builder.document[builder.document[table].children[2]].children[0];
  const auto cell = builder.document[builder.document[row].children[1]].children[0];
  builder.document[cell].runs[0].text = "At risk";
  builder.document[cell].runs[0].status = static_cast<std::int8_t>(model::StatusWord::AtRisk);
  const auto pictograms = builder.add(StructureId::Root, ElementKind::Pictograms);
  const auto hands = builder.labelled(pictograms, ElementKind::Pictogram, Role::PictogramLabel,
                                      "Hands", Role::PictogramText, {"Wash them often"});
  builder.document[hands].icon = "hands";
}

}  // namespace

TEST_CASE("Every kind of block is set as its golden dump says") {
  DocumentBuilder builder;
  add_text(builder);
  add_boxes(builder);
  add_tables(builder);
  Bench bench;
  bench.set(builder.document);
  bench.check_sound(builder.document);
  check_golden("pages/every-block.txt", page::dump(bench.sink));
}
