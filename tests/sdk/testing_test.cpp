// <sheaf/testing.hpp> writes what Sheaf writes, and finds what Sheaf finds, without Sheaf.

#include <sheaf/testing.hpp>

#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

#include "support/endings.hpp"

using sheaf::testing::render;
using sheaf::testing::Rendered;
using sheaf::testing::Surroundings;
using Lines = std::vector<std::string>;

namespace {

/// tests/plugin/everything.yaml, between brackets.
constexpr std::string_view kEverything = R"({
  text: A text, markdown: Some *words*, whole: 12, decimal: 1.50, money: 1250.50, yes: yes,
  "state": "closed",
  advice: [ { hands: Wash them },
            { face: { text: Cover it, link: { text: How to, to: https://www.example.org/how } } } ],
  day: 2020-11-24, date: 2020-02, timing: imminently,
  person: { name: C. Example, post: Director },
  link: { text: The plan, to: 'https://www.example.org/plan' },
  image: { file: picture.png, alt: A picture }, words: [one, two, three],
  actions: [ { action: Write it down, owner: { name: O. Ther }, due: 2020-12, status: at-risk },
             { action: Say it, due: 2019 } ] })";

/// What Sheaf itself wrote, without the line of the section and its indent.
std::string written_by_sheaf() {
  std::ifstream file(SHEAF_GOLDEN);
  std::string text, line;
  std::getline(file, line);
  while (std::getline(file, line)) text += line.substr(2) + "\n";
  return text;
}

bool holds(const Rendered& made, const std::string& message) {
  return std::find(made.messages.begin(), made.messages.end(), message) != made.messages.end();
}

constexpr std::string_view kManifest =
    R"({"blocks": ["paragraph/1", "table/1", "list/1"], "parameters": {"type": "object",
        "properties": {"text": {"type": "string"}}}})";

using Render = decltype(sheaf_plugin::render);

/// What is said of a plugin in plain C, whose render function is given.
Lines said_of(Render function) {
  sheaf_plugin plugin{};
  plugin.id = sheaf::to_abi("tested");
  plugin.manifest = sheaf::to_abi(kManifest);
  plugin.create = [](const sheaf_host* host, sheaf_str, sheaf_section** out) {
    *out = reinterpret_cast<sheaf_section*>(const_cast<sheaf_host*>(host));
    return sheaf_rc{SHEAF_OK};
  };
  plugin.render = function;
  const Rendered made = render("{ text: a text }", {}, plugin);
  CHECK(made.blocks.empty());
  return made.messages;
}

sheaf_rc open(sheaf_section* section, const sheaf_builder* out, std::string_view kind) {
  const auto& host = *reinterpret_cast<const sheaf_host*>(section);
  return out->open(out->ctx, host.intern(host.ctx, sheaf::to_abi(kind)), 0);
}

}  // namespace

TEST_CASE("A section under test writes what it writes in Sheaf") {
  const Rendered made = render(kEverything, {.language = "en-GB",
                                             .meeting = "{ date: 2020-11-25 }",
                                             .people = "{ director: { name: C. Example } }"});
  CHECK(made.blocks == written_by_sheaf());
  CHECK(made.messages == Lines{"error with.actions[2].due: is due before it begins",
                               "warning with.day: lies before the meeting."});
}

TEST_CASE("Values that Sheaf would refuse are refused, and nothing is rendered") {
  const Rendered made = render(
      "{ text: [], whole: 1.5, state: ajar, day: 2020-11, score: 7, ref: ab1, cost: 0.49, "
      "since: 2009-03, hashtags: ['#a'], words: one, txt: a, person: nobody, yes: perhaps }");
  CHECK(made.blocks.empty());
  for (const char* message :
       {"error with has no `txt`", "error with needs `markdown`", "error with.text should be text",
        "error with.whole should be a whole number, not \"1.5\"",
        "error with.state should be one of open, closed, not \"ajar\"",
        "error with.day should be a date (2020-11-25), not \"2020-11\"",
        "error with.score should be 1 to 5, not \"7\"",
        "error with.reference should be two capital letters and a number, not \"ab1\"",
        "error with.cost should be 0.50 to 1000, not \"0.49\"",
        "error with.since should be 2009-04 to 2030, not \"2009-03\"",
        "warning with calls `reference` by its earlier name, `ref`",
        "error with.hashtags[1] should be words without #, not \"#a\"",
        "error with.words should be a list", "error with.person is nobody of `people`",
        "error with.yes should be yes or no, not \"perhaps\""}) {
    INFO(message);
    CHECK(holds(made, message));
  }
}

TEST_CASE("Dates that there are not are refused, and the largest whole numbers are not") {
  const Rendered made =
      render("{ day: 2021-02-31, date: 2021-13, timing: 2021-04-31, whole: 9223372036854775807 }");
  CHECK(holds(made, "error with.day should be a date (2020-11-25), not \"2021-02-31\""));
  CHECK(holds(made, "error with.timing should be a date or words, not \"2021-04-31\""));
  CHECK(std::none_of(made.messages.begin(), made.messages.end(), [](const std::string& message) {
    return message.find("with.whole") != std::string::npos;
  }));
  CHECK(holds(render("{ whole: 9223372036854775808 }"),
              "error with.whole should be a whole number, not \"9223372036854775808\""));
}

TEST_CASE("A person is one of the people around the section") {
  std::string values(kEverything);
  const std::string_view written_out = "{ name: C. Example, post: Director }";
  values.replace(values.find(written_out), written_out.size(), "director");
  const Surroundings around{.meeting = "{ date: 2020-11-25 }",
                            .people = "{ director: { name: C. Example, post: Director } }"};
  CHECK(render(values, around).blocks == render(kEverything, around).blocks);
  CHECK_FALSE(render(values, around).blocks.empty());
}

TEST_CASE("Values that cannot be read say where") {
  CHECK_THROWS_WITH(render("{ text: a"), "values: , or } is wanted before \"\"");
  CHECK_THROWS_WITH(render("{ text }"), "values: : behind a name is wanted before \"}\"");
  CHECK_THROWS_WITH(render("{ text: \"a }"),
                    Catch::Matchers::Contains("a closing quotation mark is wanted"));
}

TEST_CASE("Blocks that break a rule are told as Sheaf tells them") {
  CHECK(said_of([](sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
          return open(section, out, "paragraph/1");
        }) == Lines{"error: the plugin did not end paragraph/1"});
  CHECK(said_of([](sheaf_section*, const sheaf_values*, const sheaf_builder* out) {
          return out->close(out->ctx);
        }) == Lines{"error: the plugin ended a block that it had not begun"});
  CHECK(said_of([](sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
          return open(section, out, "facts/1");
        }) == Lines{"error: the plugin wrote facts/1, which it does not declare"});
  CHECK(said_of([](sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
          return open(section, out, "row/1");
        }) == Lines{"error: the plugin put row/1 directly into the section"});
  CHECK(said_of([](sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
          return open(section, out, "table/2");
        }) == Lines{"error: the plugin wrote a kind that Sheaf does not know"});
  CHECK(said_of([](sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
          open(section, out, "list/1");
          return out->text(out->ctx, sheaf::to_abi("words"));
        }) == Lines{"error: the plugin put text into list/1"});
  CHECK(said_of([](sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
          open(section, out, "list/1");
          return out->attr(out->ctx, sheaf::to_abi("style"), sheaf::to_abi("stars"));
        }) == Lines{"error: the plugin gave list/1 the `style` \"stars\""});
  CHECK(said_of([](sheaf_section* section, const sheaf_values*, const sheaf_builder* out) {
          open(section, out, "table/1");
          open(section, out, "row/1");
          open(section, out, "cell/1");
          out->close(out->ctx);
          return out->close(out->ctx);
        }) == Lines{"error: the plugin wrote a row of 1 cells in a table of 0 columns"});
  CHECK(said_of([](sheaf_section*, const sheaf_values*, const sheaf_builder* out) {
          return out->place(out->ctx, 99);
        }) == Lines{"error: the plugin placed a value that is not there"});
  CHECK(said_of([](sheaf_section*, const sheaf_values*, const sheaf_builder*) {
          return sheaf_rc{SHEAF_E_INTERNAL};
        }) == Lines{"error: the plugin failed without a word"});
}

TEST_CASE("A section whose plugin refuses the values is not rendered") {
  sheaf_plugin plugin = *sheaf_section_entry_1(SHEAF_MINOR);
  plugin.check = [](sheaf_section*, const sheaf_values*) -> sheaf_rc { return SHEAF_E_PARAM; };
  CHECK(render(kEverything, {}, plugin).blocks.empty());
}

TEST_CASE("A section that ends the process fails its test") {
  const auto ended = sheaf::test::in_a_fork([] {
    said_of([](sheaf_section*, const sheaf_values*, const sheaf_builder*) -> sheaf_rc {
      std::exit(0);
    });
  });
  CHECK(ended.code == 1);
  CHECK(ended.said == "error: the plugin \"tested\" ended the process while it was rendered\n");
}

TEST_CASE("What ends the process outside of a section is no section's fault") {
  CHECK(sheaf::test::in_a_fork([] {
          render(kEverything);
          std::quick_exit(7);
        }).code == 7);
}
