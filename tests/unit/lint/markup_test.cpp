#include <string>

#include <catch2/catch.hpp>

#include "fixtures.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::LintRule;

namespace {

class StrictSpeller final : public lint::Speller {
 public:
  bool knows(std::string_view word) override {
    return word != "etc" && word.find("xq") == word.npos;
  }
  std::vector<std::string> suggest(std::string_view) override { return {}; }
};

/// What is found in a text that was typed so and is printed so, with the rules that are in force.
Diagnostics findings_in(const std::string& typed, const std::string& printed,
                        std::initializer_list<LintRule> rules = {LintRule::MarkupPrinted}) {
  SourceMap sources;
  Report report;
  const auto id = report.say(printed);
  report.say("We will visit all wards.");
  report.document[report.heading(3, "Grants", report.section)].anchor = "grants";
  report.document[id].runs[0].source = sources.add("words.md", typed + "\n");
  lint::Policy policy;
  for (const LintRule rule : rules)
    policy.severities[static_cast<std::size_t>(rule)] = Severity::Warning;
  Diagnostics found;
  StrictSpeller speller;
  lint::lint(report.document, policy, sources, &speller, found);
  return found;
}

std::size_t count_in(const std::string& typed, const std::string& printed) {
  return findings_in(typed, printed).all().size();
}

/// The text with the fixes of what is found, of which there is one finding.
std::string mended(std::string text) {
  const Diagnostics found = findings_in(text, text);
  REQUIRE(found.all().size() == 1);
  for (const Fix& fix : found.all()[0].fixes) {
    const auto at = text.find(fix.typed);
    REQUIRE(at != text.npos);
    text.replace(at, fix.typed.size(), fix.replacement);
  }
  return text;
}

}  // namespace

TEST_CASE("a backslash says that a sign is meant to be printed") {
  CHECK(count_in("#Background", "#Background") == 1);
  CHECK(count_in("\\#Background", "#Background") == 0);
  CHECK(count_in("so \\*\\*this\\*\\* is", "so **this** is") == 0);
  CHECK(count_in("so \\**this* is", "so **this is") == 0);
  CHECK(count_in("so *\\*this is", "so **this is") == 0);
  CHECK(count_in("see \\[a b\\](#c d)", "see [a b](#c d)") == 0);
  CHECK(count_in("see \\[a b](#c d)", "see [a b](#c d)") == 0);
  CHECK(count_in("see [a b]\\(#c d)", "see [a b](#c d)") == 0);
  CHECK(count_in("see [a b] \\(#c)", "see [a b] (#c)") == 0);
  CHECK(count_in("say \\[bore da\\] {lang=cy}", "say [bore da] {lang=cy}") == 0);
  CHECK(count_in("so \\~\\~this\\~\\~ is", "so ~~this~~ is") == 0);
  CHECK(count_in("so \\[^1\\] is", "so [^1] is") == 0);
  CHECK(count_in("\\|Ward|Visits|\n|North|27|", "|Ward|Visits| |North|27|") == 0);
}

TEST_CASE("lines that were typed with marks that count on are a list that has run together") {
  const auto told = [](const std::string& typed) {
    std::string printed = typed;
    for (char& sign : printed) {
      if (sign == '\n') sign = ' ';
    }
    return findings_in(typed, printed, {LintRule::ListFake}).all().size();
  };
  CHECK(told("We ask you:\n(a) to note\n(b) to agree") == 1);
  CHECK(told("(i) to note\n(ii) to agree") == 1);
  CHECK(told("We ask you:\na. to note this and\nmore of it\nb. to agree") == 1);
  CHECK(told("We did:\n1.one\n2.two") == 1);
  CHECK(told("1.1 We note\n1.2 We agree") == 1);
  CHECK(told("3.2.9 We note\n3.2.10 We agree") == 1);
  CHECK(told("(1) to note\n(2) to agree") == 1);
  CHECK(told("We ask you (a) to note and (b) to agree") == 0);
  CHECK(told("Under section 3 (a) of the Act, or\n(b) of it, we pay") == 0);
  CHECK(told("It rose from\n1.1 million to\n1.2 million pounds") == 0);
  CHECK(told("We met in\n2019. They met in\n2020. All is well") == 0);
  CHECK(told("Loxley House\nStation Street\nNottingham NG2 3NG") == 0);
  CHECK(told("See (a)\n(c) and a. or\nthe d. of it") == 0);
}

TEST_CASE("rows with tabs between their cells are a table that has run together") {
  CHECK(count_in("Area\tCost\nNorth\t\u00A31", "Area Cost North \u00A31") == 1);
  CHECK(count_in("Area\tCost of it", "Area Cost of it") == 0);
  CHECK(count_in("\tArea and\n\tcost", "Area and cost") == 0);
  CHECK(count_in("\u2022\tNorth\n\u2022\tSouth", "\u2022 North \u2022 South") == 0);
  CHECK(count_in("1.\tNorth\n2.\tSouth", "1. North 2. South") == 0);
}

TEST_CASE("a space that may not break, typed by its name, makes no line that looks blank") {
  CHECK(count_in("Fish\n\u00A0\nChips", "Fish \u00A0 Chips") == 1);
  CHECK(count_in("Fish &nbsp; Chips", "Fish \u00A0 Chips") == 0);
}

TEST_CASE("a backslash between double quotes is typed twice") {
  CHECK(count_in("\"so \\\\*\\\\*this\\\\*\\\\* is\"", "so **this** is") == 0);
}

TEST_CASE("a sign with a backslash hides no slip beside it") {
  CHECK(count_in("so \\*\\*this\\*\\* is **bold", "so **this** is **bold") == 1);
  CHECK(count_in("\\[a b\\](#c d) or [e f](#g h)", "[a b](#c d) or [e f](#g h)") == 1);
}

TEST_CASE("a space before an address or a language is taken out") {
  CHECK(mended("Say [bore da] {lang=cy} to all.") == "Say [bore da]{lang=cy} to all.");
  CHECK(mended("See [the grants] (#grants).") == "See [the grants](#grants).");
  CHECK(mended("See [the web] (https://x.example/a).") == "See [the web](https://x.example/a).");
}

TEST_CASE("what else may be wrong, too, is not mended unasked") {
  CHECK(mended("See [the grants] (#).") == "See [the grants] (#).");
  CHECK(mended("It wsa [sic] (https://a.uk).") == "It wsa [sic] (https://a.uk).");
  CHECK(mended("So it was [the web] (https://a.uk).") == "So it was [the web](https://a.uk).");
  CHECK(mended("See [the calls] (#calls).") == "See [the calls] (#calls).");
  CHECK(mended("See [the grants] (#grants awarded).") == "See [the grants] (#grants awarded).");
  CHECK(mended("See [the web] (https://x.example") == "See [the web] (https://x.example");
  CHECK(mended("#Background") == "#Background");
}

TEST_CASE("words in signs that are printed are not spelled") {
  const std::string text = "Say [bore da] {lang=xqy} to xqall.";
  const Diagnostics found = findings_in(text, text, {LintRule::MarkupPrinted, LintRule::Spelling});
  REQUIRE(found.all().size() == 2);
  CHECK(found.all()[1].message == "The dictionary does not know \"xqall\"");
}

TEST_CASE("an abbreviation that shall not stay is not spelled") {
  const std::string text = "Centres, homes, etc.";
  CHECK(findings_in(text, text, {LintRule::LatinAbbreviation, LintRule::Spelling}).all().size() ==
        1);
}

TEST_CASE("letters that stand for digits are no words") {
  Report report;
  report.say("The date format is xx/mm/yyyy.");
  CHECK(findings_of(LintRule::Spelling, report.document).all().empty());
}
