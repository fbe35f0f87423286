// The validator over plugins with one planted fault each, and over those that have none.

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/sha256.hpp"
#include "pipeline/lone_section.hpp"
#include "plugin/check/validator.hpp"
#include "plugin/trust.hpp"

using namespace sheaf;
using plugin::check::Outcome;
using plugin::check::Verdict;
using Lines = std::vector<std::string>;

namespace {

const Path kDefects = SHEAF_TEST_DEFECTS;
const Path kBundled = SHEAF_TEST_BUNDLED;

plugin::check::Options with_programs() {
  const Path programs = Path(SHEAF_BINARY_FOLDER) / "bin";
  return {.program = programs / "sheaf-check",
          .host = programs / "sheaf-host",
          .reader = pipeline::read_alone};
}

/// "name failed: says", for all that did not pass.
std::vector<std::string> complaints(const Path& library,
                                    const plugin::check::Options& options = with_programs()) {
  const auto files = make_real_file_system();
  std::vector<std::string> found;
  for (const Verdict& one : plugin::check::validate(library, *files, options)) {
    const bool is_fault = one.outcome == Outcome::Failed || one.outcome == Outcome::Warned;
    if (is_fault) found.push_back(fmt::format("{}: {}", one.check, one.says));
  }
  return found;
}

void check_fault(const std::string& plugin, const std::string& check, const std::string& says) {
  CAPTURE(plugin);
  const auto found = complaints(kDefects / (plugin + ".so"));
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front(), Catch::StartsWith(check + ": " + says));
}

}  // namespace

TEST_CASE("The validator finds nothing wrong with a plugin that has no fault") {
  const std::string plugin = GENERATE("sound.so", "takes-a-language.so");
  CAPTURE(plugin);
  CHECK_THAT(complaints(kDefects / plugin), Catch::Equals(Lines()));
}

TEST_CASE("A plugin that is checked reads and writes no file of the user's and starts no process") {
  CHECK_THAT(
      complaints(kDefects / "reaches-out.so"),
      Catch::Equals(Lines{"imports: It asks the system for what a report must not depend on: "
                          "fopen (files), getenv (the environment)"}));
}

TEST_CASE("The validator names the one fault of each plugin that has one") {
  using Fault = std::array<std::string, 3>;
  const auto [plugin, check, says] = GENERATE(values<Fault>({
      {"leaks-descriptor", "descriptors", "It leaves files or sockets open: "},
      {"leaks-thread", "threads", "1 of its threads is still running"},
      {"keeps-borrowed", "borrowed", "It crashed"},
      {"reads-past-the-end", "bounds", "It crashed"},
      {"assumes-zero", "terminators", "It takes what stands in memory after a text"},
      {"changes-locale", "locale", "It changes the locale: C.UTF-8"},
      {"changes-folder", "working-folder", "It changes the working folder: /"},
      {"changes-environment", "environment", "It changes the environment: TZ=Europe/London"},
      {"changes-signals", "signals", "It changes how signals are handled: SIGTERM is ignored"},
      {"changes-umask", "umask", "It changes the permissions of new files (umask): 177"},
      {"changes-rounding", "rounding", "It changes how numbers are rounded"},
      {"prints", "output", "It prints: rendering 26 bytes"},
      {"prints-colours", "output", "It prints:  [31mred \uFFFD."},
      {"counts", "repeatable", "The second time it renders something else"},
      {"ignores-cancel", "cancellation", "It goes on calling the builder"},
      {"ignores-refusal", "refusals", "It goes on calling the builder"},
      {"writes-undeclared-kind", "kinds", "It wrote a list, which its manifest does not declare"},
      {"manifest-mismatch", "manifest", "The library of the plugin \"manifest-mismatch\""},
      {"key-with-a-space", "manifest", "Nobody can type the key \"first day\""},
      {"two-exports", "exports", "Besides sheaf_section_entry_1 it exports compress"},
      {"reads-the-clock", "imports",
       "It asks the system for what a report must not depend on: localtime (the clock), time (the "
       "clock)"},
      {"static-constructor", "constructors", "1 static constructor runs"},
      {"crashes-without-optional", "optional", "It crashed"},
      {"reads-an-empty-optional", "optional", "It crashed (Aborted)"},
      {"crashes-on-long-text", "long", "It crashed"},
      {"keeps-memory", "memory", "It keeps 1008 bytes of memory each time"},
      {"needs-larger-host", "older-host", "It crashed"},
      {"compares-sizes", "newer-host", "It could not write this section"},
      {"crashes-on-a-sign", "random", "It crashed"},
      {"expects-three-letters", "random", "It crashed"},
      {"expects-some-text", "random", "It crashed"},
      {"expects-short-codes", "long", "It crashed"},
      {"crashes-at-the-most", "random", "It crashed"},
      {"crashes-without-example", "examples", "It crashed"},
      {"crashes-in-a-row", "examples", "It crashed"},
      {"cannot-be-given", "examples", "No values could be made as its parameters want them: "},
      {"keeps-the-first-value", "repeatable", "What it renders depends on what it rendered before"},
      {"prints-addresses", "repeatable", "In another process it renders something else"},
      {"writes-to-others", "build", "It sent what Sheaf cannot read"},
      {"takes-long", "time", "Its own examples take it 1"},
      {"ends-the-process", "examples", "It ended the process, with exit code 0"},
      {"refuses-its-examples", "examples",
       "It calls values that are made of its examples wrong: No"},
      {"starts-threads", "examples", "It started more than 64 threads"},
      {"scribbles", "examples", "It ended the process, with exit code 0"},
      {"leaves-cells-empty", "lint",
       "With what is required alone: This cell of the table is empty"},
      {"heads-nothing", "lint", "With --reproduce "},
      {"links-here", "lint", "With its examples: "},
      {"links-here-at-times", "lint", "With --reproduce "},
      {"declares-too-little", "random",
       "It wrote a heading, which its manifest does not declare (--reproduce "},
  }));
  check_fault(plugin, check, says);
}

TEST_CASE("A plugin that a build would refuse for its limits is refused, too") {
  const auto found = complaints(kDefects / "prints-a-lot.so");
  REQUIRE(found.size() == 2);
  CHECK_THAT(found.front(), Catch::StartsWith("output: It prints"));
  CHECK_THAT(found.back(), Catch::StartsWith("build: It sent or printed more than"));
}

TEST_CASE("The constructors of a sanitizer are not held against a plugin") {
  auto options = with_programs();
  options.only = {"constructors", "exports"};
  CHECK_THAT(complaints(kDefects / "built-with-sanitizer.so", options), Catch::Equals(Lines()));
}

TEST_CASE("What a runtime within the library asks the system for is not held against a plugin") {
  auto options = with_programs();
  options.only = {"imports"};
  const std::string plugin = GENERATE("holds-its-runtime.so", "counts-its-lines.so");
  CHECK_THAT(complaints(kDefects / plugin, options), Catch::Equals(Lines()));
}

TEST_CASE("A plugin that takes its time is rendered less often, and has no fault") {
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"memory", "refusals", "random"};
  for (const Verdict& one : plugin::check::validate(kDefects / "thinks-long.so", *files, options)) {
    CAPTURE(one.check, one.says);
    CHECK(one.outcome == Outcome::Passed);
  }
}

TEST_CASE("A library that is cut off is no library") {
  const auto files = make_real_file_system();
  const Path cut = kDefects / "cut-off.so";
  std::filesystem::copy_file(kDefects / "sound.so", cut,
                             std::filesystem::copy_options::overwrite_existing);
  std::filesystem::resize_file(cut, 1000);
  const auto found = complaints(cut);
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front(), Catch::StartsWith("library: The library "));
}

TEST_CASE("Each check is told of as soon as it is done") {
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"library", "exports"};
  Lines told;
  options.tell = [&](const Verdict& one) { told.emplace_back(one.check); };
  plugin::check::validate(kDefects / "sound.so", *files, options);
  CHECK_THAT(told, Catch::Equals(Lines{"library", "exports"}));
}

TEST_CASE("A library has the name of its plugin") {
  const auto copy = std::filesystem::copy_options::overwrite_existing;
  for (const std::string ending : {".so", ".plugin.json"}) {
    std::filesystem::copy_file(kDefects / ("hello" + ending), kDefects / ("renamed" + ending),
                               copy);
  }
  CHECK_THAT(complaints(kDefects / "renamed.so"),
             Catch::Equals(Lines{"manifest: The library is named renamed.so, but its id is "
                                 "\"hello\""}));
}

TEST_CASE("How many sets of values were tried is told") {
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"random"};
  const auto verdicts = plugin::check::validate(kDefects / "sound.so", *files, options);
  REQUIRE(verdicts.size() == 1);
  CHECK(verdicts.front().says == "100 sets of values");
}

TEST_CASE("A plugin that never comes to an end is ended, and what it was doing is told") {
  auto options = with_programs();
  options.limits.processor = std::chrono::seconds(1);
  CHECK_THAT(complaints(kDefects / "goes-round.so", options),
             Catch::Equals(
                 Lines{"examples: It took more than 1 second of processor time while rendering"}));
  options.limits.time = std::chrono::seconds(1);
  CHECK_THAT(complaints(kDefects / "falls-asleep.so", options),
             Catch::Equals(Lines{"examples: It went on for more than 1 second while rendering"}));
}

TEST_CASE("Where a plugin crashed or was stopped is told, and how to find the line") {
  const std::string plugin = GENERATE("goes-round", "crashes-in-a-row", "reads-an-empty-optional");
  const Path library = kDefects / (plugin + ".so");
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"examples", "optional"};
  options.limits.processor = std::chrono::seconds(1);
  const auto verdicts = plugin::check::validate(library, *files, options);
  const auto failed = std::ranges::find(verdicts, Outcome::Failed, &Verdict::outcome);
  REQUIRE(failed != verdicts.end());
  CHECK_THAT(failed->where, Catch::StartsWith(fmt::format("It was at {}.so+0x", plugin)));
  CHECK_THAT(failed->where,
             Catch::Contains(fmt::format("addr2line -Cfie {} 0x", library.string())));
}

TEST_CASE("Each rendering has the processor time of its own") {
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"memory"};
  options.limits.processor = std::chrono::seconds(1);
  const auto verdicts = plugin::check::validate(kDefects / "thinks-long.so", *files, options);
  REQUIRE(verdicts.size() == 1);
  CHECK(verdicts.front().outcome == Outcome::Passed);
  CHECK(verdicts.front().processor > options.limits.processor);
}

TEST_CASE("Of a plugin that is too slow, no more is tried than there is patience for") {
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"examples", "time", "optional", "lint"};
  options.patience = {};
  const auto verdicts = plugin::check::validate(kDefects / "takes-long.so", *files, options);
  REQUIRE(verdicts.size() == 4);
  CHECK(verdicts[0].outcome == Outcome::Passed);
  CHECK(verdicts[1].outcome == Outcome::Failed);
  for (const Verdict& one : {verdicts[2], verdicts[3]}) {
    CHECK(one.outcome == Outcome::Skipped);
    CHECK(one.says == "Mend `time` first");
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("A plugin that takes all memory is told so") {
  check_fault("takes-memory", "examples", "It crashed (Aborted) when it had no memory left");
}
#endif

TEST_CASE("The validator finds nothing wrong with the example of a plugin") {
  CHECK_THAT(complaints(kDefects / "hello.so"), Catch::Equals(std::vector<std::string>()));
}

TEST_CASE("The validator finds nothing wrong with the bundled plugins") {
  int plugins = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kBundled)) {
    if (entry.path().extension() != ".so") continue;
    CAPTURE(entry.path());
    CHECK_THAT(complaints(entry.path()), Catch::Equals(Lines()));
    ++plugins;
  }
  CHECK(plugins >= 8);
}

TEST_CASE("A crash at random values is repeated by its seed alone") {
  const auto found = complaints(kDefects / "crashes-on-a-sign.so");
  REQUIRE(found.size() == 1);
  const auto at = found.front().rfind(' ');
  auto options = with_programs();
  options.only = {"random"};
  options.seed = std::stoull(found.front().substr(at + 1));
  CHECK(complaints(kDefects / "crashes-on-a-sign.so", options) == found);
}

TEST_CASE("Every check is told of in docs/plugin-checks.md") {
  const auto files = make_real_file_system();
  const auto guide = files->read(Path(SHEAF_SOURCE_FOLDER) / "docs" / "plugin-checks.md", 100'000);
  REQUIRE(guide);
  for (const auto& [name, says] : plugin::check::check_names()) {
    CHECK_THAT(*guide, Catch::Contains(fmt::format("| `{}` | {} |", name, says)));
  }
}

TEST_CASE("What a report would be warned of is a warning, and what would stop it an error") {
  const auto [plugin, outcome] =
      GENERATE(table<std::string, Outcome>({{"leaves-cells-empty", Outcome::Warned},
                                            {"heads-nothing", Outcome::Warned},
                                            {"links-here", Outcome::Failed},
                                            {"links-here-at-times", Outcome::Failed},
                                            {"sound", Outcome::Passed}}));
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"lint"};
  const auto verdicts = plugin::check::validate(kDefects / (plugin + ".so"), *files, options);
  REQUIRE(verdicts.size() == 1);
  CHECK(verdicts.front().outcome == outcome);
}

TEST_CASE("A heading with nothing below it at random values is found again by its number") {
  auto options = with_programs();
  options.only = {"lint"};
  const auto found = complaints(kDefects / "heads-nothing.so", options);
  REQUIRE(found.size() == 1);
  const auto number = found.front().find("--reproduce ") + 12;
  REQUIRE(number < found.front().size());
  options.seed = std::stoull(found.front().substr(number));
  CHECK(complaints(kDefects / "heads-nothing.so", options) == found);
}

TEST_CASE("Only the checks that were asked for are made") {
  const auto files = make_real_file_system();
  auto options = with_programs();
  options.only = {"library", "exports", "locale"};
  options.skip = {"exports"};
  std::vector<std::string_view> made;
  for (const Verdict& one : plugin::check::validate(kDefects / "sound.so", *files, options))
    made.push_back(one.check);
  CHECK(made == std::vector<std::string_view>{"library", "locale"});
}

TEST_CASE("Checks that stand on one that failed are left out, and say so") {
  const auto files = make_real_file_system();
  const auto verdicts =
      plugin::check::validate(kDefects / "manifest-mismatch.so", *files, with_programs());
  const auto skipped = std::ranges::find(verdicts, Outcome::Skipped, &Verdict::outcome);
  REQUIRE(skipped != verdicts.end());
  CHECK(skipped->says == "Mend `manifest` first");
  for (const Verdict& one : verdicts) {
    CHECK(one.root == (one.outcome == Outcome::Skipped ? "manifest" : ""));
  }
}

TEST_CASE("Where a hash is trusted, a library of another hash is not even loaded") {
  const Path library = kDefects / "sound.so";
  const auto files = make_real_file_system();
  const auto hash = sha256(plugin::read_library(library, *files).value());
  REQUIRE(hash);
  auto options = with_programs();
  options.only = {"exports", "examples", "build"};
  options.hashes = {std::string(64, '0'), *hash};
  CHECK_THAT(complaints(library, options), Catch::Equals(Lines()));
  options.hashes.pop_back();
  const Lines found = complaints(library, options);
  REQUIRE(found.size() == 3);
  for (const std::string& one : found)
    CHECK_THAT(one, Catch::Contains("is not the one that is trusted"));
}
