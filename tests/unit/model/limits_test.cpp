// Limits of values, defaults and earlier names: what conform() makes of them.

#include "model/limits.hpp"

#include <catch2/catch.hpp>

#include "model/literal.hpp"
#include "typed.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Type;
using model::TypeKind;
using Lines = std::vector<std::string>;

namespace {

Type limited(Type type, std::string least, std::string most) {
  type.limits.least = std::move(least);
  type.limits.most = std::move(most);
  return type;
}
Type limited(TypeKind kind, std::string least, std::string most) {
  return limited(plain(kind), std::move(least), std::move(most));
}

Type reference_type() {
  Type type = plain(TypeKind::Text);
  type.limits.form = "[A-Z]{2}[0-9]+";
  type.limits.form_in_words = "two capital letters and a number";
  return type;
}

/// What is said of a value of the field `x`, or nothing.
std::string said(const std::string& typed_text, const Type& type) {
  const Typed result = typed("x: " + typed_text + "\n", record_of({field("x", type)}));
  return result.findings.empty() ? std::string() : result.findings.at(0);
}

}  // namespace

TEST_CASE("A number outside of its range is refused at the line where it was typed") {
  const Type score = limited(TypeKind::Whole, "1", "5");
  CHECK(said("1", score).empty());
  CHECK(said("5", score).empty());
  CHECK(said("7", score) == "in.yaml:1:4 error out-of-range: with.x should be 1 to 5, not \"7\"");
  CHECK(said("-1", score) == "in.yaml:1:4 error out-of-range: with.x should be 1 to 5, not \"-1\"");
}

TEST_CASE("Amounts and decimals are compared exactly") {
  const Type cost = limited(TypeKind::Money, "0.50", "1000");
  CHECK(said("0.50", cost).empty());
  CHECK(said("£1,000.00", cost).empty());
  CHECK(said("0.49", cost) ==
        "in.yaml:1:4 error out-of-range: with.x should be 0.50 to 1000, not \"0.49\"");
  CHECK(said("1,000.01", cost).find("out-of-range") != std::string::npos);
  const Type share = limited(TypeKind::Decimal, "-0.1", "");
  CHECK(said("-0.1000000000000000000001", share) ==
        "in.yaml:1:4 error out-of-range: with.x should be at least -0.1, not "
        "\"-0.1000000000000000000001\"");
  CHECK(said("-0.0999", share).empty());
}

TEST_CASE("Canonical decimals are ordered by their worth") {
  using model::compare_decimals;
  CHECK((compare_decimals("0.5", "0.50") == 0));
  CHECK((compare_decimals("2.00", "2") == 0));
  CHECK((compare_decimals("10", "9.9") > 0));
  CHECK((compare_decimals("-10", "-9.9") < 0));
  CHECK((compare_decimals("-1", "0") < 0));
  CHECK((compare_decimals("0.09", "0.1") < 0));
  CHECK((compare_decimals("100", "10") > 0));
}

TEST_CASE("A date is refused when all of it lies outside, not when part of it may lie inside") {
  const Type since = limited(TypeKind::PartialDate, "2009-04", "2020-11-25");
  CHECK(said("2009", since).empty());
  CHECK(said("2009-04", since).empty());
  CHECK(said("2020", since).empty());
  CHECK(said("2009-03", since) ==
        "in.yaml:1:4 error out-of-range: with.x should be 2009-04 to 2020-11-25, not "
        "\"2009-03\"");
  CHECK(said("2020-12", since).find("out-of-range") != std::string::npos);
  const Type later = limited(TypeKind::Day, "2020-01-01", "");
  CHECK(said("2019-12-31", later) ==
        "in.yaml:1:4 error out-of-range: with.x should be 2020-01-01 or later, not "
        "\"2019-12-31\"");
  CHECK(said("2021-01-01", limited(TypeKind::Day, "", "2020")) ==
        "in.yaml:1:4 error out-of-range: with.x should be 2020 or earlier, not \"2021-01-01\"");
}

TEST_CASE("The length of a text is counted in characters") {
  const Type name = limited(TypeKind::Text, "2", "4");
  CHECK(said("été", name).empty());
  CHECK(said("été à", name) ==
        "in.yaml:1:4 error out-of-range: with.x should have 2 to 4 characters, not 5");
  CHECK(said("a", limited(TypeKind::Text, "2", "")) ==
        "in.yaml:1:4 error out-of-range: with.x should have at least 2 characters, not 1");
  CHECK(said("ab", limited(TypeKind::Text, "", "1")) ==
        "in.yaml:1:4 error out-of-range: with.x should have at most 1 character, not 2");
}

TEST_CASE("A text that must not be empty is empty when it is given as nothing") {
  const Type name = limited(TypeKind::Text, "1", "");
  CHECK(said("a", name).empty());
  CHECK(said("\"\"", name) == "in.yaml:1:4 error empty-value: with.x is empty");
  CHECK(said("\" \"", name) == "in.yaml:1:4 error empty-value: with.x is empty");
  CHECK(said("\"\\n \u00A0\u202F\u2003\"", name) ==
        "in.yaml:1:4 error empty-value: with.x is empty");
  CHECK(said("\" a \"", name).empty());
  CHECK(said("\"\"", plain(TypeKind::Text)).empty());
}

TEST_CASE("A list has no fewer and no more entries than it may have") {
  const Type list = limited(with_item(TypeKind::List, plain(TypeKind::Text)), "1", "2");
  CHECK(said("[a, b]", list).empty());
  CHECK(said("[]", list) ==
        "in.yaml:1:4 error out-of-range: with.x should have 1 to 2 entries, not 0");
  CHECK(said("[a, b, c]", list) ==
        "in.yaml:1:4 error out-of-range: with.x should have 1 to 2 entries, not 3");
  const Type rows =
      limited(with_item(TypeKind::Rows, record_of({field("a", plain(TypeKind::Text))})), "1", "1");
  CHECK(said("[{ a: b }, { a: c }]", rows) ==
        "in.yaml:1:4 error out-of-range: with.x should have 1 entry, not 2");
}

TEST_CASE("Entries that are wrong in themselves are not counted as missing") {
  const Type list = limited(with_item(TypeKind::List, plain(TypeKind::Whole)), "1", "");
  const Typed result = typed("x: [a]\n", record_of({field("x", list)}));
  CHECK(result.findings ==
        Lines{"in.yaml:1:5 error wrong-type: with.x[1] should be a whole number, not \"a\""});
}

TEST_CASE("A text of another form is told the form in words") {
  CHECK(said("AB12", reference_type()).empty());
  const Typed result = typed("x: ab12\n", record_of({field("x", reference_type())}));
  CHECK(result.findings ==
        Lines{"in.yaml:1:4 error wrong-form: with.x should be two capital letters and a number, "
              "not \"ab12\""});
  CHECK(result.help == Lines{"Write two capital letters and a number"});
}

TEST_CASE("Whoever writes a value of a wrong form, or none, is shown an example") {
  model::Field code = field("code", reference_type());
  code.example = Json::string("AB12");
  CHECK(typed("code: ab12\n", record_of({code})).help ==
        Lines{"Write two capital letters and a number, such as AB12"});
  CHECK(typed("{}\n", record_of({code})).help ==
        Lines{"Add `code:` (Description of code, such as AB12)"});
  code.type = with_item(TypeKind::List, reference_type());
  CHECK(typed("code: [ab12]\n", record_of({code})).help ==
        Lines{"Write two capital letters and a number, such as AB12"});
  code.example = Json::array({Json::string("CD34")});
  CHECK(typed("code: [ab12]\n", record_of({code})).help ==
        Lines{"Write two capital letters and a number, such as CD34"});
}

TEST_CASE("A pattern as long as they come takes no longer for a text made to slow it down") {
  Type type = plain(TypeKind::Text);
  type.limits.form = "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b";
  type.limits.form_in_words = "many a and a b";
  CHECK(said(std::string(100'000, 'a'), type).find("wrong-form") != std::string::npos);
  CHECK(said(std::string(100'000, 'a') + "b", type).empty());
}

TEST_CASE("What may come next in a text of a form is known") {
  CHECK(model::next_of_form("[A-C]{2}[0-2]+", "A") == "ABC");
  CHECK(model::next_of_form("[A-C]{2}[0-2]+", "AB1") == "012");
  CHECK(model::next_of_form("[A-C]{2}", "AB").empty());
  CHECK(model::has_form("AB", "[A-C]{2}"));
  CHECK_FALSE(model::has_form("A", "[A-C]{2}"));
}

TEST_CASE("Limits read the same everywhere") {
  Type both = limited(reference_type(), "", "8");
  CHECK(model::limits_in_words(both) == "two capital letters and a number, at most 8 characters");
  CHECK(model::limits_in_words(limited(TypeKind::Whole, "3", "3")) == "3");
  CHECK(model::limits_in_words(plain(TypeKind::Whole)).empty());
  CHECK(model::limits_in_words(limited(TypeKind::Text, "1", "")) == "not empty");
}

TEST_CASE("A field that is left out or left empty falls back, as if it had been typed") {
  model::Field status = field("status", choice_of({"open", "closed"}), false);
  status.fallback = Json::string("open");
  model::Field counts = field("counts", with_item(TypeKind::List, plain(TypeKind::Whole)), false);
  counts.fallback = Json::array({Json::number(1), Json::number(2)});
  const Type type = record_of({status, counts, field("other", plain(TypeKind::Text), false)});
  const std::string fallen =
      "record\n  status: choice open\n  counts: list\n    - whole 1\n"
      "    - whole 2\n";
  CHECK(typed("{}\n", type).dump() == fallen);
  CHECK(typed("status:\n", type).dump() == fallen);
  CHECK(typed("status: closed\ncounts: []\n", type).dump() ==
        "record\n  status: choice closed\n  counts: list\n");
}

TEST_CASE("A field is taken by its earlier name, with a warning and a cure") {
  model::Field reference = field("reference", reference_type());
  reference.was = {"ref", "case_reference"};
  const Type type = record_of({reference});
  const std::string yaml = "case_reference: AB1\n";
  SourceMap sources;
  Diagnostics diagnostics;
  model::ConformHooks none;
  const auto node = config::read_yaml(yaml, sources.add("in.yaml", yaml), diagnostics);
  REQUIRE(node);
  CHECK(dump(model::conform(*node, type, "with", none, diagnostics)) ==
        "record\n  reference: text \"AB1\"\n");
  CHECK(findings(diagnostics, sources) ==
        Lines{"in.yaml:1:1 warning old-name: with calls `reference` by its earlier name, "
              "`case_reference`"});
  const auto& fixes = diagnostics.all().at(0).fixes;
  REQUIRE(fixes.size() == 1);
  CHECK(fixes[0].replacement == "reference");
}

TEST_CASE("A field that is given by both its names is given twice") {
  model::Field reference = field("reference", reference_type());
  reference.was = {"ref"};
  const Typed result = typed("reference: AB1\nref: CD2\n", record_of({reference}));
  CHECK(
      result.findings ==
      Lines{"in.yaml:2:1 error given-twice: with gives `reference` twice, as `ref` is its earlier "
            "name"});
  CHECK(result.dump() == "record\n  reference: text \"AB1\"\n");
}

TEST_CASE("A field that is given by neither of its names is missing") {
  model::Field reference = field("reference", reference_type());
  reference.was = {"ref"};
  CHECK(typed("{}\n", record_of({reference})).findings ==
        Lines{"in.yaml:1:1 error missing-value: with needs `reference`"});
}
