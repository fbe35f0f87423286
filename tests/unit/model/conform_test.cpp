#include "model/conform.hpp"

#include <catch2/catch.hpp>

#include "typed.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Type;
using model::TypeKind;
using Lines = std::vector<std::string>;

namespace {

/// One field `x` of a type.
Typed one(const std::string& typed_text, const Type& type) {
  return typed("x: " + typed_text + "\n", record_of({field("x", type)}));
}

Typed one(const std::string& typed_text, TypeKind kind) { return one(typed_text, plain(kind)); }

std::string dump_of(const Typed& result) {
  const model::Value* x = result.value.find("x");
  return x && result.findings.empty() ? dump(*x) : "";
}

Type action() {
  return record_of({field("action", plain(TypeKind::Text)),
                    field("due", plain(TypeKind::Day), false),
                    field("status", choice_of({"complete", "on track", "at risk"}), false)});
}

}  // namespace

TEST_CASE("Text is taken as typed, whatever YAML makes of it") {
  CHECK(dump_of(one("119", TypeKind::Text)) == "text \"119\"\n");
  CHECK(dump_of(one("no", TypeKind::Text)) == "text \"no\"\n");
  CHECK(dump_of(one("13.30", TypeKind::Text)) == "text \"13.30\"\n");
  CHECK(dump_of(one("2020-11-25", TypeKind::Text)) == "text \"2020-11-25\"\n");
  CHECK(dump_of(one("0115 915 5555", TypeKind::Markdown)) == "markdown \"0115 915 5555\"\n");
}

TEST_CASE("Numbers and money become exact canonical text") {
  CHECK(dump_of(one("1,250", TypeKind::Whole)) == "whole 1250\n");
  CHECK(dump_of(one("-3", TypeKind::Whole)) == "whole -3\n");
  CHECK(dump_of(one("12.50", TypeKind::Decimal)) == "decimal 12.50\n");
  CHECK(dump_of(one("£1,250.50", TypeKind::Money)) == "money 1250.50\n");
  CHECK(dump_of(one("75.00", TypeKind::Money)) == "money 75\n");
  CHECK(dump_of(one("1250", TypeKind::Money)) == "money 1250\n");
}

TEST_CASE("What is no number is said to be none, with what was found") {
  CHECK(one("ten", TypeKind::Whole).findings ==
        Lines{"in.yaml:1:4 error wrong-type: with.x should be a whole number, not \"ten\""});
  CHECK(one("1.5", TypeKind::Whole).findings.size() == 1);
  CHECK(one("9223372036854775808", TypeKind::Whole).findings.size() == 1);
  CHECK(one("1,25", TypeKind::Decimal).findings.size() == 1);
  CHECK(one("1e3", TypeKind::Decimal).findings.size() == 1);
  CHECK(one("50%", TypeKind::Decimal).findings.size() == 1);
  CHECK(one("£1.5", TypeKind::Money).findings ==
        Lines{"in.yaml:1:4 error wrong-type: with.x should be an amount of money, not \"£1.5\""});
  CHECK(one("£2 million", TypeKind::Money).findings.size() == 1);
}

TEST_CASE("Yes and no may be typed four ways, on and off are refused with the right word") {
  for (const char* yes : {"yes", "Yes", "true", "TRUE"}) {
    CHECK(dump_of(one(yes, TypeKind::YesNo)) == "yes-no yes\n");
  }
  CHECK(dump_of(one("no", TypeKind::YesNo)) == "yes-no no\n");
  CHECK(dump_of(one("false", TypeKind::YesNo)) == "yes-no no\n");
  const Typed on = one("on", TypeKind::YesNo);
  CHECK(on.findings ==
        Lines{"in.yaml:1:4 error wrong-type: with.x should be yes or no, not \"on\""});
  CHECK(on.help == Lines{"Write yes"});
  CHECK(one("off", TypeKind::YesNo).help == Lines{"Write no"});
}

TEST_CASE("A choice is found in any case, and the nearest one is offered") {
  const Type status = choice_of({"complete", "on track", "at risk"});
  CHECK(dump_of(one("On track", status)) == "choice on track\n");
  const Typed slip = one("on-track", status);
  CHECK(slip.findings == Lines{"in.yaml:1:4 error wrong-type: with.x should be one of complete, on "
                               "track, at risk, not \"on-track\""});
  CHECK(slip.help == Lines{"Did you mean `on track`?"});
}

TEST_CASE("Who types what a choice prints is told the word for it") {
  Type state = choice_of({"open", "reduced"});
  state.labels = {"", "Reduced hours"};
  const Typed label = one("reduced hours", state);
  CHECK(label.help == Lines{"Write `reduced`, which the document prints so"});
}

TEST_CASE("Dates keep the precision typed, and a day must be a whole date that exists") {
  CHECK(dump_of(one("2020-11-25", TypeKind::Day)) == "date 2020-11-25\n");
  CHECK(dump_of(one("2020-02", TypeKind::PartialDate)) == "date 2020-02\n");
  CHECK(dump_of(one("2009", TypeKind::PartialDate)) == "date 2009\n");
  CHECK(one("2020-11", TypeKind::Day).findings ==
        Lines{"in.yaml:1:4 error wrong-type: with.x should be a date (2020-11-25), not "
              "\"2020-11\""});
  CHECK(one("2020-02-30", TypeKind::PartialDate).findings.size() == 1);
  CHECK(one("25/11/2020", TypeKind::Day).help == Lines{"Write 2020-11-25"});
  CHECK(one("soon", TypeKind::Day).help == Lines{"Write year, month and day, such as 2020-11-25"});
}

TEST_CASE("A timing is a date or words, but never a date that does not exist") {
  CHECK(dump_of(one("2020-02", TypeKind::Timing)) == "timing 2020-02\n");
  CHECK(dump_of(one("imminently", TypeKind::Timing)) == "timing \"imminently\"\n");
  CHECK(one("2020-13", TypeKind::Timing).findings.size() == 1);
  CHECK(one("25/11/2020", TypeKind::Timing).findings.size() == 1);
}

TEST_CASE("A link gets its scheme, and anything that is no address is refused") {
  CHECK(dump_of(one("{ text: Advice, to: www.example.gov.uk/a }", TypeKind::Link)) ==
        "link\n  text: text \"Advice\"\n  to: text \"https://www.example.gov.uk/a\"\n");
  CHECK(dump_of(one("{ text: Advice, to: \"#inspection\" }", TypeKind::Link)) ==
        "link\n  text: text \"Advice\"\n  to: text \"#inspection\"\n");
  CHECK(dump_of(one("{ text: Write, to: care@example.gov.uk }", TypeKind::Link)) ==
        "link\n  text: text \"Write\"\n  to: text \"mailto:care@example.gov.uk\"\n");
  CHECK(dump_of(one("www.example.gov.uk/é", TypeKind::Link)) ==
        "link\n  text: text \"www.example.gov.uk/é\"\n"
        "  to: text \"https://www.example.gov.uk/%C3%A9\"\n");
  const Typed script = one("{ text: Advice, to: \"javascript:alert(1)\" }", TypeKind::Link);
  CHECK(script.findings ==
        Lines{"in.yaml:1:24 error bad-link: with.x leads to \"javascript:alert(1)\", which is no "
              "address"});
  CHECK(one("{ text: Advice, to: [a] }", TypeKind::Link).findings ==
        Lines{"in.yaml:1:24 error wrong-type: with.x.to should be text, not a list"});
  CHECK(one("{ text: Advice }", TypeKind::Link).findings ==
        Lines{"in.yaml:1:4 error missing-value: with.x needs `to`"});
}

TEST_CASE("A person may be given inline") {
  CHECK(dump_of(one("{ name: Ann Other, post: Director }", TypeKind::Person)) ==
        "person\n  name: text \"Ann Other\"\n  post: text \"Director\"\n");
  CHECK(one("{ post: Director }", TypeKind::Person).findings ==
        Lines{"in.yaml:1:4 error missing-value: with.x needs `name`"});
}

TEST_CASE("Without files and people around, naming one is an error") {
  CHECK(one("director", TypeKind::Person).findings ==
        Lines{"in.yaml:1:4 error not-here: with.x cannot name a file, data or a person"});
  CHECK(one("{ file: a.md }", TypeKind::Markdown).findings.size() == 1);
  CHECK(one("{ file: a.png, alt: A }", TypeKind::Image).findings.size() == 1);
  CHECK(one("{ data: rows }", with_item(TypeKind::Rows, action())).findings.size() == 1);
}

TEST_CASE("A keyed choice is a map with one key out of a few") {
  Type advice = with_item(TypeKind::KeyedChoice, plain(TypeKind::Text));
  advice.choices = {"hands", "space", "face"};
  const Type list = with_item(TypeKind::List, advice);
  const Typed good = typed("- hands: Wash them\n- space: Keep 2 metres\n", list);
  CHECK(good.dump() ==
        "list\n  - record\n    hands: text \"Wash them\"\n"
        "  - record\n    space: text \"Keep 2 metres\"\n");
  const Typed bad = typed("- hand: Wash them\n- hands: a\n  face: b\n- face\n", list);
  CHECK(bad.findings ==
        Lines{"in.yaml:1:3 error unknown-choice: with[1] cannot be `hand`",
              "in.yaml:3:3 error one-key-only: with[2] has more than one key: `hands` and `face`",
              "in.yaml:4:3 error wrong-type: with[3] should be a choice with its text, not "
              "\"face\""});
  CHECK(bad.help[0] == "Did you mean `hands`?");
}

TEST_CASE("A lone text fills the shorthand field of a record") {
  Type metric = record_of(
      {field("value", plain(TypeKind::Whole)), field("note", plain(TypeKind::Text), false)});
  metric.shorthand = "value";
  CHECK(dump_of(one("12", metric)) == "record\n  value: whole 12\n");
  CHECK(one("twelve", metric).findings ==
        Lines{"in.yaml:1:4 error wrong-type: with.x.value should be a whole number, not "
              "\"twelve\""});
}

TEST_CASE("Members of a record come in the order of its fields, absent ones not at all") {
  const Typed result = typed("due: 2020-12-01\nstatus:\naction: Recruit\n", action());
  CHECK(result.findings.empty());
  CHECK(result.dump() == "record\n  action: text \"Recruit\"\n  due: date 2020-12-01\n");
}

TEST_CASE("All problems of a record come at once, each at its own place") {
  const Type type = record_of({field("actions", with_item(TypeKind::List, action())),
                               field("owner", plain(TypeKind::Text))});
  const Typed result = typed(
      "actions:\n"
      "  - action: Recruit\n"
      "    due: soon\n"
      "  - due: 2020-12-01\n"
      "    stats: complete\n"
      "  - Train\n",
      type);
  CHECK(result.findings ==
        Lines{"in.yaml:1:1 error missing-value: with needs `owner`",
              "in.yaml:3:10 error wrong-type: with.actions[1].due should be a date (2020-11-25), "
              "not \"soon\"",
              "in.yaml:5:5 error unknown-key: with.actions[2] has no `stats`",
              "in.yaml:4:5 error missing-value: with.actions[2] needs `action`",
              "in.yaml:6:5 error wrong-type: with.actions[3] should be a map, not \"Train\""});
  CHECK(result.help[0] == "Add `owner:` (Description of owner)");
  CHECK(result.help[2] == "Did you mean `status`?");
}

TEST_CASE("A required value that YAML took for nothing says why") {
  const Typed result = one("", TypeKind::Text);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].find("error empty-value: with.x is empty") != std::string::npos);
  CHECK(result.help[0] ==
        "Give a text; one that begins with # needs quotes, as # begins a comment");
}

TEST_CASE("A map where text was wanted tells of the colon") {
  const Typed result =
      typed("- Covid-19: update\n", with_item(TypeKind::List, plain(TypeKind::Text)));
  CHECK(result.findings ==
        Lines{"in.yaml:1:3 error wrong-type: with[1] should be text, not a map"});
  CHECK(result.help == Lines{"A colon and a space make a map: put text that has them in quotes"});
}

TEST_CASE("A list is a list, not one lone text") {
  const Typed result = one("front door", with_item(TypeKind::List, plain(TypeKind::Text)));
  CHECK(result.findings ==
        Lines{"in.yaml:1:4 error wrong-type: with.x should be a list, not \"front door\""});
}

TEST_CASE("A long text is quoted in part") {
  const Typed result = one(std::string(60, 'a'), TypeKind::Whole);
  CHECK(result.findings[0].ends_with("not \"" + std::string(40, 'a') + "…\""));
}
