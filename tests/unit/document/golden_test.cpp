#include <catch2/catch.hpp>

#include "composing.hpp"
#include "support/golden.hpp"
#include "tree_check.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Value;
using model::ValueKind;

namespace {

Value words(std::string text) { return value(ValueKind::Text, std::move(text)); }

Block cover() {
  Value money = value(ValueKind::Money, "12500");
  return block(
      BlockKind::Facts, {},
      {block(BlockKind::Fact, {{"label", "Date of meeting"}}, {placed(date(2020, 11, 25))}),
       block(BlockKind::Fact, {{"label", "Cost"}}, {placed(money), text(" a year")}),
       block(BlockKind::Fact, {{"label", "Contact"}},
             {block(BlockKind::Link, {{"to", "mailto:contact@example.gov.uk"}},
                    {text("contact@example.gov.uk")})})});
}

Block recommendations() {
  return block(BlockKind::Recommendations, {},
               {block(BlockKind::Recommendation, {{"verb", "note"}}, {text("the plan")}),
                block(BlockKind::Recommendation, {{"verb", "agree"}}, {text("the next steps")})});
}

Block actions() {
  const auto row = [](std::string action, Value due, std::string status) {
    return block(BlockKind::Row, {},
                 {block(BlockKind::Cell, std::move(action)),
                  block(BlockKind::Cell, {}, {placed(std::move(due))}),
                  block(BlockKind::Cell, {{"status", std::move(status)}})});
  };
  return block(
      BlockKind::Table, {{"caption", "Priority actions"}, {"row-headers", "yes"}},
      {block(BlockKind::Column, "Action"),
       block(BlockKind::Column, {{"align", "end"}}, {text("Due")}),
       block(BlockKind::Column, "Status"), row("Train new staff", date(2020, 12), "on-track"),
       row("Review the front door", date(2021), "delayed")});
}

Block figures() {
  return block(BlockKind::Metrics, {},
               {block(BlockKind::Metric,
                      {{"label", "Books borrowed"},
                       {"qualifier", "more than"},
                       {"unit", "books"},
                       {"trend", "up"},
                       {"note", "from 200,000 in 2019"}},
                      {placed(value(ValueKind::Decimal, "250000"))}),
                block(BlockKind::Metric, {{"label", "Reach"}, {"of", "20"}, {"unit", "wards"}},
                      {text("ten")})});
}

Block safety() {
  return block(BlockKind::Pictograms, {},
               {block(BlockKind::Pictogram, {{"icon", "hands"}, {"label", "Hands"}},
                      {text("Wash your hands")}),
                block(BlockKind::Pictogram, {{"icon", "space"}, {"label", "Space"}},
                      {text("Keep 2 metres from others")})});
}

Block notice() {
  const Block list = block(
      BlockKind::List, {},
      {block(BlockKind::Item, "at the library"),
       block(BlockKind::Item, {},
             {text("by telephone: "),
              block(BlockKind::Link, {{"to", "tel:01155550100"}}, {text("0115 555 0100")})})});
  return block(BlockKind::Callout, {{"kind", "warning"}}, {text("Ask for help:"), list});
}

Value narrative(Composing& composing) {
  const std::string typed =
      "# What we heard\n\n\"It's *good*\", said ((count)) of you:\n\n1. more books\n2. later "
      "hours\n"
      "   - on Fridays\n\n| Ward | Replies |\n|------|--------:|\n| East | 40 |\n\n"
      "> A place to be.\n\n## Next\n\nSee [the plan](#plan) and `plan.csv`.\n";
  Value text = value(ValueKind::Markdown, typed, composing.sources.add("narrative.md", typed));
  text.replacements = {{"((count))", "1,200"}};
  return text;
}

Value picture() {
  Value image = record(ValueKind::Image, {{"alt", words("Readers at a table by the window")},
                                          {"caption", words("Saturday’s reading group")}});
  image.asset = 0;
  return image;
}

Blocks languages() {
  return {
      block(BlockKind::Paragraph, {{"role", "lead"}},
            {text("Also in "), block(BlockKind::Language, {{"tag", "pl"}}, {text("Polski")}),
             text(", for "),
             block(BlockKind::Abbreviation, {{"expansion", "Adult Social Care"}}, {text("ASC")}),
             text(" users."), block(BlockKind::LineBreak), text("Ask us.")}),
      block(BlockKind::Paragraph, {},
            {block(BlockKind::Language, {{"tag", "ur"}}, {text("اپنے ہاتھ دھوئیں")})}),
      block(BlockKind::Quote, {{"by", "A. Reader"}, {"post", "Library user"}},
            {text("My second home.")}),
      block(BlockKind::Paragraph, {{"role", "sign-off"}},
            {block(BlockKind::Strong, "A. Director"), block(BlockKind::LineBreak),
             placed(date(2020, 11))})};
}

}  // namespace

TEST_CASE("A report with every kind of block is composed as it was when someone last looked") {
  Composing composing;
  composing.report.title = "Libraries' report";
  composing.report.subtitle = "For the board";
  composing.section("cover", "", {cover(), recommendations()});
  composing.section("plan", "The plan",
                    {block(BlockKind::Heading, "Actions"), actions(), figures(),
                     block(BlockKind::Figure, {}, {placed(picture())})});
  composing.section("survey", "The survey", {placed(narrative(composing)), notice()});
  composing.section("safety", "Keep safe", {safety()});
  composing.section("languages", "", languages());
  const auto document = composing.compose();
  CHECK(TreeCheck(document).run() == std::vector<std::string>{});
  CHECK(composing.findings() == std::vector<std::string>{});
  check_golden("document/every-block.sections.txt", dump(composing.sections));
  check_golden("document/every-block.document.txt", dump(document));
}
