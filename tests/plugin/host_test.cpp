// What becomes of a report when the process of a plugin fails it.

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>

#include "base/sanitizers.hpp"
#include "stage.hpp"
#include "support/offspring.hpp"

using namespace sheaf;
using sheaf::test::Stage;
using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

namespace {

plugin::RunnerSetup short_of_time() {
  plugin::RunnerSetup setup{.isolation = plugin::Isolation::Process,
                            .host = Path(SHEAF_BINARY_FOLDER) / "bin/sheaf-host"};
  setup.limits.time = 3s;
  setup.limits.grace = 100ms;
  setup.limits.output = 64 << 10;
  return setup;
}

/// What is said of the plugin when it does as told, and that a fresh process serves the next one.
Lines said_of(const std::string& wish) {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  CHECK(stage.run("unruly", wish) == Stage::nothing("unruly"));
  const Lines said = stage.said();
  CHECK(stage.run("unruly", "behave") ==
        Stage::nothing("unruly") + "  paragraph/1\n    \"Well behaved\"\n");
  CHECK(stage.said() == said);
  return said;
}

std::string notes_of(const Diagnostic& finding) {
  std::string text;
  for (const Note& note : finding.notes) text += note.text + "\n";
  return text;
}

/// The processes of plugins: what sheaf-host has started. One that is being ended may take a
/// moment.
std::set<std::string> plugins_left(std::size_t expected) {
  std::set<std::string> left;
  for (int i = 0; i < 200; ++i) {
    left = sheaf::test::offspring();
    if (left.size() == expected + 1) break;
    ::usleep(10'000);
  }
  REQUIRE(!left.empty());
  left.erase(std::ranges::min(left, {}, [](const auto& one) { return std::stol(one); }));
  return left;
}

constexpr std::string_view kBegin = "layout.yaml:1:3 error ";

}  // namespace

TEST_CASE("A plugin that crashes is named, with what struck it") {
  CHECK(said_of("crash") ==
        Lines{std::string(kBegin) + "plugin-crash: The plugin \"unruly\" crashed: it used memory "
                                    "that is not its own (SIGSEGV)"});
  CHECK(said_of("abort") ==
        Lines{std::string(kBegin) +
              "plugin-crash: The plugin \"unruly\" crashed: it gave up (SIGABRT)"});
  CHECK(said_of("overflow") ==
        Lines{std::string(kBegin) +
              "plugin-crash: The plugin \"unruly\" crashed: it used memory that is not its own "
              "(SIGSEGV)"});
}

TEST_CASE("A crash says where it struck the plugin, also in a call of Sheaf") {
  for (const char* wish : {"crash", "dangle"}) {
    Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
    stage.run("unruly", wish);
    REQUIRE(stage.diagnostics.all().size() == 1);
    CHECK_THAT(notes_of(stage.diagnostics.all()[0]), Catch::StartsWith("at unruly.so+0x"));
  }
}

TEST_CASE("A plugin that ends its process has written nothing, whatever it says") {
  if (kAddressSanitizer) return;  // which has other ideas about exit()
  CHECK(said_of("exit") == Lines{std::string(kBegin) +
                                 "plugin-exit: The plugin \"unruly\" ended its process with exit "
                                 "code 0 before this section was written"});
}

TEST_CASE("A plugin that does not come to an end is stopped in time") {
  for (const char* wish : {"hang", "spin"}) {
    const auto start = std::chrono::steady_clock::now();
    CHECK(said_of(wish) ==
          Lines{std::string(kBegin) + "plugin-timeout: The plugin \"unruly\" had not written this "
                                      "section after 3 seconds, and was stopped"});
    CHECK(std::chrono::steady_clock::now() - start < 20s);
  }
}

TEST_CASE("A plugin that is stopped for its time says where it was") {
  for (const char* wish : {"spin", "hang"}) {
    Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
    stage.run("unruly", wish);
    REQUIRE(stage.diagnostics.all().size() == 1);
    CHECK_THAT(notes_of(stage.diagnostics.all()[0]), Catch::Contains("at unruly.so+0x"));
  }
}

TEST_CASE("A plugin that does not hear the signal is stopped all the same") {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  stage.run("unruly", "burn");
  REQUIRE(stage.diagnostics.all().size() == 1);
  CHECK(notes_of(stage.diagnostics.all()[0]).empty());
}

TEST_CASE("A plugin that closes its connection or forges frames is not waited for") {
  CHECK(said_of("close") ==
        Lines{std::string(kBegin) + "plugin-exit: The plugin \"unruly\" broke off its connection "
                                    "before this section was written"});
  CHECK(said_of("forge") ==
        Lines{std::string(kBegin) + "plugin-garbled: The plugin \"unruly\" sent what Sheaf cannot "
                                    "read, and was stopped"});
}

TEST_CASE("A plugin that floods is stopped") {
  CHECK(said_of("flood") ==
        Lines{std::string(kBegin) + "plugin-flood: The plugin \"unruly\" sent or printed more than "
                                    "one section may, and was stopped"});
  const Lines said = said_of("nag");
  CHECK(said.size() == plugin::host::Limits{}.messages + 1);
  CHECK_THAT(said.back(), Catch::Contains("plugin-flood"));
}

TEST_CASE("What a plugin printed last stands beside its failure, without its colours") {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  stage.run("unruly", "print");
  REQUIRE(stage.diagnostics.all().size() == 1);
  const std::string notes = notes_of(stage.diagnostics.all()[0]);
  CHECK_THAT(notes, Catch::Contains("it printed: a line of output\n"));
  CHECK_THAT(notes, Catch::Contains("it printed: and one with  [31mcolour\n"));
}

TEST_CASE("What plugins log and print goes to who listens") {
  auto setup = short_of_time();
  Lines heard;
  setup.log = [&](std::string_view plugin, std::string_view line) {
    heard.push_back(std::string(plugin) + ": " + std::string(line));
  };
  Stage stage(SHEAF_TEST_LIBRARIES, setup);
  stage.run("unruly", "log");
  CHECK(heard == Lines{"unruly: hello"});
}

TEST_CASE("A plugin reaches nothing outside its process") {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  const std::string made = stage.run("unruly", "ask");
  CHECK(stage.said().empty());
  for (const char* wish : {"read /etc/passwd", "write /tmp/sheaf-unruly", "a socket", "a process",
                           "a signal to the parent", "descriptor 4"}) {
    CHECK_THAT(made, Catch::Contains(std::string("\"") + wish + "\"\n    \": refused\""));
  }
  CHECK_THAT(made, Catch::Contains("\"a thread\"\n    \": granted\""));
}

TEST_CASE("Without the program that holds plugins there is one error, about the machine") {
  auto setup = short_of_time();
  setup.host = "/nowhere/sheaf-host";
  Stage stage(SHEAF_TEST_LIBRARIES, setup);
  CHECK(stage.run("plain-c") == Stage::nothing("plain-c"));
  CHECK(stage.said() == Lines{":0:0 error no-plugin-host: Section plugins cannot be run: "
                              "/nowhere/sheaf-host cannot be started: No such file or directory"});
}

TEST_CASE("A plugin that is late again and again is not waited for every time") {
  auto setup = short_of_time();
  setup.limits.time = 500ms;
  Stage stage(SHEAF_TEST_LIBRARIES, setup);
  const auto* manifest = stage.registry.find("unruly");
  REQUIRE(manifest);
  auto with = sheaf::test::record({{"text", model::text_value("hang", {})}});
  const model::ReportSection section{"late", "unruly", "", {}, stage.start + 2, {}, with};
  plugin::Work work{stage.report, {}, {}};
  for (int i = 0; i < 20; ++i) work.jobs.push_back({&section, manifest});
  CHECK(stage.runner->run_all(work, stage.diagnostics).size() == 20);
  const Lines said = stage.said();
  REQUIRE(said.size() == 20);
  CHECK_THAT(said[2], Catch::Contains("had not written this section after 0.5 seconds"));
  CHECK(said[3] == said[19]);
  CHECK_THAT(said[3], Catch::Contains("took too long for 3 sections of this report"));
}

TEST_CASE("Sections come back in the order of the layout, with their findings") {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  const auto* unruly = stage.registry.find("unruly");
  const auto* plain = stage.registry.find("plain-c");
  REQUIRE((unruly && plain));
  auto crash = sheaf::test::record({{"text", model::text_value("crash", {})}});
  const model::ReportSection one{"one", "unruly", "", {}, stage.start + 2, {}, crash};
  const model::ReportSection two{"two", "plain-c", "", {}, stage.start + 9, {}, crash};
  plugin::Work work{stage.report, {}, {{&one, unruly}, {&two, plain}, {&one, unruly}}};
  const auto made = stage.runner->run_all(work, stage.diagnostics);
  REQUIRE(made.size() == 3);
  CHECK(made[0].blocks.empty());
  CHECK(made[1].blocks.size() == 1);
  CHECK(made[2].id == "one");
  CHECK(stage.said().size() == 2);
}

TEST_CASE("A program that is no sheaf-host of this version is told of, and no plugin blamed") {
  auto setup = short_of_time();
  setup.host = "/bin/false";
  Stage stage(SHEAF_TEST_LIBRARIES, setup);
  CHECK(stage.run("plain-c") == Stage::nothing("plain-c"));
  CHECK(stage.said() ==
        Lines{":0:0 error no-plugin-host: Section plugins cannot be run: sheaf-host has ended"});
}

TEST_CASE("Only a plugin that ends by itself as it is loaded is held to it") {
  auto setup = short_of_time();
  Lines fell;
  setup.fell_over = [&](const plugin::Manifest& manifest, const FileStamp& loaded,
                        std::string_view says) {
    CHECK(loaded == *make_real_file_system()->stamp(manifest.library));
    fell.push_back(std::string(says).substr(0, 47));
  };
  Stage stage(SHEAF_TEST_LIBRARIES, setup);
  stage.run("falls-by-sigkill");
  CHECK(stage.diagnostics.all().front().id == "plugin-limit");
  stage.run("falls-by-sigsegv");
  CHECK(fell == Lines{"The plugin \"falls-by-sigsegv\" crashed as it was"});
}

TEST_CASE("What a plugin saw of an exempt edition does not come into a public one") {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  stage.report.edition = model::Edition::Exempt;
  CHECK_THAT(stage.run("remembers", "an offer"), Catch::Contains("\"nothing\""));
  stage.report.edition = model::Edition::Public;
  CHECK_THAT(stage.run("remembers", "for all"), Catch::Contains("\"nothing\""));
  CHECK_THAT(stage.run("remembers"), Catch::Contains("\"for all\""));  // by the same process
}

TEST_CASE("Processor time is counted by the engine, and no signal has to be heard") {
  auto setup = short_of_time();
  setup.limits.time = 100s;
  setup.limits.processor = 1s;
  Stage stage(SHEAF_TEST_LIBRARIES, setup);
  stage.run("unruly", "burn");
  CHECK(stage.said() == Lines{std::string(kBegin) +
                              "plugin-limit: The plugin \"unruly\" used more than 1 second of "
                              "processor time"});
}

TEST_CASE("The time for a section begins when its library is loaded") {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  CHECK_THAT(stage.run("slow-start"), Catch::Contains("At last"));
  CHECK(stage.said().empty());
}

TEST_CASE("Between reports nothing of a plugin runs") {
  Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
  stage.run("unruly", "behave");
  const auto resting = plugins_left(1);
  REQUIRE(resting.size() == 1);
  for (int i = 0; i < 200 && sheaf::test::state_of(*resting.begin()) != 'T'; ++i) ::usleep(10'000);
  CHECK(sheaf::test::state_of(*resting.begin()) == 'T');
  CHECK_THAT(stage.run("unruly", "behave"), Catch::Contains("Well behaved"));
  CHECK(plugins_left(1) == resting);
}

TEST_CASE("A plugin that leaves threads or much memory behind is not kept for the next report") {
  for (const char* wish : {"leave", "keep"}) {
    Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
    CHECK_THAT(stage.run("unruly", wish), Catch::Contains("Well behaved"));
    CHECK(plugins_left(0).empty());
    CHECK(stage.said().empty());
  }
}

TEST_CASE("A host that hangs holds nothing up for ever") {
  std::set<std::string> left;
  {
    Stage stage(SHEAF_TEST_LIBRARIES, short_of_time());
    stage.run("unruly", "behave");
    left = sheaf::test::offspring();
    for (const std::string& process : left) ::kill(std::stoi(process), SIGSTOP);
  }
  CHECK(left.size() == 2);
  for (const std::string& process : left) {
    for (int i = 0; i < 200 && sheaf::test::state_of(process) != 0; ++i) ::usleep(10'000);
    CHECK(sheaf::test::state_of(process) == 0);
  }
}
