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
  CHECK(count_in("\\|Ward|Visits|\n|North|27|", "|Ward|Visits| |North|27|") == 0);
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
