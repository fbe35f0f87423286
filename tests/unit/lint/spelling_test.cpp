#include <algorithm>

#include <catch2/catch.hpp>

#include "fixtures.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::LintRule;

TEST_CASE("an unknown word is told once, with its places") {
  Report report;
  for (int i = 0; i < 3; ++i) report.say("We recxqve calls.");
  const Diagnostics found = findings_of(LintRule::Spelling, report.document);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].message == "The dictionary does not know \"recxqve\", 3 times");
  CHECK(found.all()[0].notes.size() == 2);
  CHECK(found.all()[0].help.find("\"word\"") != std::string::npos);
}

TEST_CASE("a word with a capital inside a sentence is a name, there and elsewhere") {
  Report report;
  report.say("We know Mrs Xqabc.");
  report.say("Xqabc came, and Xqabc’s friends.");
  CHECK(findings_of(LintRule::Spelling, report.document).all().empty());
}

TEST_CASE("a slip at the start of a sentence is told") {
  Report report;
  report.say("Thxq report is long.");
  CHECK(findings_of(LintRule::Spelling, report.document).all().size() == 1);
}

TEST_CASE("words with hyphens are looked up part by part") {
  Report report;
  report.say("A well-knoxqn thing and/oxqr more.");
  CHECK(findings_of(LintRule::Spelling, report.document).all().size() == 2);
}

TEST_CASE("signs are no words, and letters beyond ASCII are") {
  Report report;
  report.say("The amount in £ or €, ½ of it → “here”, ☎ or 😀.");
  CHECK(findings_of(LintRule::Spelling, report.document).all().empty());
  report.say("A ŵŷxq word.");
  CHECK(findings_of(LintRule::Spelling, report.document).all().size() == 1);
}

TEST_CASE("the project's words are known, in small letters too") {
  Report report;
  report.say("The cityxqcare and Citymxq people.");
  lint::Policy policy = only(LintRule::Spelling);
  policy.words = {"cityxqcare", "citymxq"};
  Diagnostics found;
  PlainSpeller speller;
  lint::lint(report.document, policy, SourceMap(), &speller, found);
  CHECK(found.all().empty());
}

TEST_CASE("links, code and other languages are not spelled") {
  Report report;
  const auto block = report.say("See ");
  report.link(block, "xqlink", "https://a.example");
  report.run(block, block, " xqcode", model::kCode);
  const auto span = report.add(block, ElementKind::Span);
  report.document[span].language = "pl";
  report.run(block, span, " xqpolski");
  CHECK(findings_of(LintRule::Spelling, report.document).all().empty());
}

TEST_CASE("signs and letters of other scripts are no misspelling, nor what stands beside them") {
  class AsciiSpeller final : public lint::Speller {
   public:
    bool knows(std::string_view word) override {
      return std::ranges::all_of(word, [](char c) { return c > 0; });
    }
    std::vector<std::string> suggest(std::string_view) override { return {}; }
  };
  Report report;
  report.say("All is well 😀, 猫 and well😀.");
  Diagnostics of_signs;
  AsciiSpeller speller;
  lint::lint(report.document, only(LintRule::Spelling), SourceMap(), &speller, of_signs);
  CHECK(of_signs.all().empty());
  report.say("A café xqé😀.");
  const Diagnostics found = findings_of(LintRule::Spelling, report.document);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].message == "The dictionary does not know \"xqé\"");
}

TEST_CASE("of a word without end, forty letters are shown, and no other is suggested") {
  Report report;
  report.say("A " + std::string(600, 'x') + "q is long.");
  const Diagnostics found = findings_of(LintRule::Spelling, report.document);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].message == "The dictionary does not know \"" + std::string(40, 'x') + "…\"");
  CHECK(found.all()[0].help == "Correct it; if it is right, add it to words.txt");
}

TEST_CASE("beyond two thousand unknown words no more are looked up") {
  Report report;
  for (int i = 0; i < 2'100; ++i) {
    std::string word = "xq";
    for (int rest = i, signs = 0; signs < 4; rest /= 10, ++signs)
      word += static_cast<char>('a' + rest % 10);
    report.say("a " + word + " and a " + word);
  }
  const Diagnostics found = findings_of(LintRule::Spelling, report.document);
  REQUIRE(found.all().size() == 11);
  CHECK(found.all()[0].message == "The dictionary does not know \"xqaaaa\", 2 times");
  CHECK(found.all()[10].message.starts_with(
      "The dictionary does not know at least 1990 more words, either: "));
}

TEST_CASE("beyond ten unknown words the rest is told in one") {
  Report report;
  for (const char c : std::string("abcdefghijklmn")) report.say(std::string("a xq") + c);
  const Diagnostics found = findings_of(LintRule::Spelling, report.document);
  REQUIRE(found.all().size() == 11);
  CHECK(found.all()[10].message ==
        "The dictionary does not know 4 more words, either: xqk, xql, xqm, xqn");
}

TEST_CASE("abbreviations and shortened titles are no misspelling, whatever stands beside them") {
  class Ignorant final : public lint::Speller {
   public:
    bool knows(std::string_view) override { return false; }
    std::vector<std::string> suggest(std::string_view) override { return {}; }
  };
  const auto count_in = [](const std::string& words) {
    DocumentBuilder report;
    report.paragraph(words);
    Ignorant speller;
    Diagnostics found;
    lint::lint(report.document, only(LintRule::Spelling), SourceMap(), &speller, found);
    return found.all().size();
  };
  CHECK(count_in("BSL/IT. Cllr. Mrs. DD/MM/yyyy.") == 0);
  CHECK(count_in("Bsl.") == 1);
}
