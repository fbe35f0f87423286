// What plugins do wrong while they run, and what the author of the layout reads about it.

#include <cstdlib>
#include <thread>

#include <catch2/catch.hpp>

#include "stage.hpp"
#include "support/endings.hpp"
#include "support/findings.hpp"

using sheaf::test::Stage;
using Lines = std::vector<std::string>;

namespace {

/// Runs a plugin that breaks the contract: nothing of it is kept, and one thing is said.
void check_breach(const std::string& plugin, const std::string& finding) {
  Stage stage;
  CHECK(stage.run(plugin) == Stage::nothing(plugin));
  CHECK(stage.said() == Lines{finding});
}

void check_throw(const std::string& what, const std::string& finding) {
  Stage stage;
  CHECK(stage.run("throws", what) == Stage::nothing("throws"));
  CHECK(stage.said() == Lines{finding});
}

}  // namespace

TEST_CASE("A plugin in plain C writes a paragraph and places a value with its line") {
  Stage stage;
  CHECK(stage.run("plain-c") ==
        Stage::nothing("plain-c") +
            "  paragraph/1\n    \"Said in C: \"\n    placed text \"a text\"\n");
  CHECK(stage.said().empty());
}

TEST_CASE("A plugin is told what its section is called in the layout") {
  Stage stage;
  CHECK(stage.run("section-id") ==
        Stage::nothing("section-id") + "  paragraph/1\n    \"the-section\"\n");
}

TEST_CASE("A plugin of a later SDK runs, and its unknown attribute is passed over") {
  Stage stage;
  CHECK(stage.run("larger-struct") ==
        Stage::nothing("larger-struct") + "  paragraph/1\n    \"From the future\"\n");
  CHECK(stage.said().empty());
}

TEST_CASE("A plugin of a later SDK that asks what is there does without it") {
  Stage stage;
  CHECK(stage.run("newer-sdk") ==
        Stage::nothing("newer-sdk") + "  paragraph/1\n    \"Does without\"\n");
}

TEST_CASE("Blocks that are not ended, or never begun, are named") {
  check_breach("unbalanced",
               "layout.yaml:1:3 error unbalanced-blocks: The plugin \"unbalanced\" did not end a "
               "paragraph that it had begun");
  check_breach("too-many-closes",
               "layout.yaml:1:3 error unbalanced-blocks: The plugin \"too-many-closes\" ended a "
               "block that it had not begun");
}

TEST_CASE("Of a plugin that makes a wrong call, that is told and nothing that it says afterwards") {
  const auto call = GENERATE("open", "attr", "text", "data", "close");
  Stage stage;
  CHECK(stage.run("goes-on-talking", call) == Stage::nothing("goes-on-talking"));
  REQUIRE(stage.said().size() == 1);
  CHECK_THAT(stage.said()[0], Catch::Contains(" error ") && Catch::Contains("\"goes-on-talking\""));
}

TEST_CASE("Text that is no UTF-8 is refused at the line of the value it is about") {
  check_breach(
      "invalid-utf8",
      "layout.yaml:3:9 error invalid-text: The plugin \"invalid-utf8\" wrote text that is "
      "not valid UTF-8 or holds control characters into a paragraph (often from a string_view "
      "whose text is gone)");
}

TEST_CASE("Blocks of unknown, undeclared and misplaced kinds are refused") {
  check_breach("unknown-kind",
               "layout.yaml:1:3 error unknown-block: The plugin \"unknown-kind\" wrote a kind of "
               "block that this Sheaf does not know");
  check_breach("undeclared-kind",
               "layout.yaml:1:3 error undeclared-block: The plugin \"undeclared-kind\" wrote "
               "facts, which its manifest does not declare");
  check_breach("misplaced",
               "layout.yaml:1:3 error misplaced-block: The plugin \"misplaced\" put a row directly "
               "into the section");
}

TEST_CASE("Nesting without end is stopped") {
  check_breach("endless",
               "layout.yaml:1:3 error too-much: The plugin \"endless\" put blocks into each other "
               "more than 64 deep");
}

TEST_CASE("A text of impossible length is refused unread") {
  check_breach(
      "impossible-text",
      "layout.yaml:1:3 error invalid-text: The plugin \"impossible-text\" wrote text of an "
      "impossible length");
}

TEST_CASE("A plugin that fails without a word is named") {
  check_breach("fails-silently",
               "layout.yaml:1:3 error plugin-failed: The plugin \"fails-silently\" could not write "
               "this section, and does not say why");
}

TEST_CASE("A value kept from an earlier run is found out, wherever it points now") {
  Stage stage;
  CHECK(stage.run("keeps-values") != Stage::nothing("keeps-values"));
  CHECK(stage.said().empty());
  CHECK(stage.run("keeps-values") == Stage::nothing("keeps-values"));
  CHECK(stage.said() == Lines{"layout.yaml:1:3 error stale-value: The plugin \"keeps-values\" used "
                              "a value that is not of this section"});
}

TEST_CASE("Whatever a plugin throws becomes one diagnostic") {
  check_throw("it went wrong.",
              "layout.yaml:1:3 error plugin-exception: The plugin \"throws\" stopped at a fault of "
              "its own: it went wrong");
  check_throw("number",
              "layout.yaml:1:3 error plugin-exception: The plugin \"throws\" stopped at a fault of "
              "its own: it threw something that is no std::exception");
}

TEST_CASE("An exception that crosses the boundary is stopped there") {
  Stage stage;
  CHECK(stage.run("throws-raw", sheaf::test::record({})) == Stage::nothing("throws-raw"));
  CHECK(stage.said() == Lines{"layout.yaml:1:3 error plugin-exception: The plugin \"throws-raw\" "
                              "stopped at a fault of its own: it crossed"});
}

TEST_CASE("An exception from destroy or after cancellation is stopped there, too") {
  Stage stage;
  CHECK(stage.run("throws-in-destroy", sheaf::test::record({})) ==
        Stage::nothing("throws-in-destroy"));
  CHECK(stage.said() ==
        Lines{"layout.yaml:1:3 error plugin-exception: The plugin \"throws-in-destroy\" stopped at "
              "a fault of its own: it cannot end"});
  std::stop_source stop;
  stop.request_stop();
  Stage stopped(SHEAF_TEST_LIBRARIES, stop.get_token());
  stopped.run("throws-when-cancelled", sheaf::test::record({}));
  CHECK(
      stopped.said() ==
      Lines{"layout.yaml:1:3 error plugin-exception: The plugin \"throws-when-cancelled\" stopped "
            "at a fault of its own: it was cancelled"});
}

TEST_CASE("A message of a plugin is cut where nobody reads on") {
  check_throw(std::string(5000, 'x'),
              "layout.yaml:1:3 error plugin-exception: The plugin \"throws\" stopped at a fault of "
              "its own: " +
                  std::string(300, 'x') + "…");
}

TEST_CASE("Writing into a block that has ended or was moved away is the plugin's fault") {
  check_throw("finished block",
              "layout.yaml:1:3 error plugin-exception: The plugin \"throws\" stopped at a fault of "
              "its own: it writes into the list that ended where it began the paragraph after it");
  check_throw("moved block",
              "layout.yaml:1:3 error plugin-exception: The plugin \"throws\" stopped at a fault of "
              "its own: it writes into a block that was moved away");
  check_throw("ragged row",
              "layout.yaml:1:3 error plugin-exception: The plugin \"throws\" stopped at a fault of "
              "its own: row 1 of its table \"T\" has 1 cell, but there are 2 columns");
}

TEST_CASE("Findings name the section, the plugin and the owner, and say whom to ask") {
  Stage stage;
  stage.run("unbalanced");
  const sheaf::Diagnostic& finding = stage.diagnostics.all().at(0);
  CHECK(sheaf::test::names_of(finding.context) == "the-section, unbalanced, The Owner");
  CHECK(finding.help == "This is a fault of the plugin: ask those who maintain it");
}

TEST_CASE("A plugin at work gives up when it is asked to stop") {
  std::stop_source stop;
  Stage stage(SHEAF_TEST_LIBRARIES, stop.get_token());
  std::jthread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    stop.request_stop();
  });
  CHECK(stage.run("cancels", sheaf::test::record({})) == Stage::nothing("cancels"));
  CHECK(stage.said() ==
        Lines{"layout.yaml:1:3 error section-cancelled: This section was stopped before its end"});
}

TEST_CASE("Threads share a runner, and each gets its own section") {
  Stage stage;
  const auto* manifest = stage.registry.find("plain-c");
  REQUIRE(manifest);
  std::array<std::string, 4> dumps;
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < dumps.size(); ++i) {
      threads.emplace_back([&, i] {
        sheaf::Diagnostics diagnostics;
        auto with =
            sheaf::test::record({{"text", sheaf::model::text_value(std::to_string(i), {})}});
        const sheaf::model::ReportSection section{"s", "plain-c", "", {}, {}, {}, std::move(with)};
        for (int n = 0; n < 50; ++n) {
          dumps[i] = sheaf::model::dump(
              {stage.runner->run(stage.report, section, *manifest, diagnostics)});
        }
      });
    }
  }
  for (std::size_t i = 0; i < dumps.size(); ++i) {
    CHECK(dumps[i].find("text \"" + std::to_string(i) + "\"") != std::string::npos);
  }
}

#if !defined(SHEAF_TEST_PROCESS) && !defined(__SANITIZE_THREAD__)
TEST_CASE("A plugin that ends the process of the engine is named, and fails the build") {
  const auto ended = sheaf::test::in_a_fork([] { Stage().run("unruly", "exit"); });
  CHECK(ended.code == 1);
  CHECK(ended.said ==
        "error[plugin-exit]: The plugin \"unruly\", in the section \"the-section\", ended the "
        "process that Sheaf runs in, with exit()\n");
}

TEST_CASE("What ends the process after a plugin has returned is not laid at its door") {
  const auto ended = sheaf::test::in_a_fork([] {
    Stage().run("unruly", "behave");
    std::quick_exit(7);
  });
  CHECK(ended.code == 7);
  CHECK(ended.said.empty());
}
#endif
