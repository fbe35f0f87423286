// What was built with an earlier release writes today what it wrote then.

#include <catch2/catch.hpp>

#include "support/golden.hpp"
#include "yaml_values.hpp"

using sheaf::test::Stage;
using Lines = std::vector<std::string>;

namespace {

const sheaf::Path kGolden = SHEAF_TEST_LIBRARIES;
const sheaf::Path kExamples = SHEAF_TEST_EXAMPLES;

/// Runs a plugin of a folder with its file of values; holds what it writes to its golden text.
Lines run(const sheaf::Path& folder, const std::string& plugin) {
  Stage stage(folder);
  const std::string yaml = sheaf::test::read("golden/" + plugin + ".yaml");
  auto with = sheaf::test::values(stage, plugin, yaml);
  sheaf::test::check_golden("plugin/golden-" + plugin + ".txt", stage.run(plugin, std::move(with)));
  return stage.said();
}

}  // namespace

TEST_CASE("A plugin in C++ runs whatever compiler and standard library made it") {
  const std::string maker = GENERATE("gcc", "clang-libc++");
  CHECK(run(kGolden / "0.1" / maker, "visits") ==
        Lines{"visits.yaml:5:1 warning old-name: with calls `planned` by its earlier name, `plan`",
              "visits.yaml:3:35 warning section-warning: Is long ago"});
}

TEST_CASE("What a plugin of another compiler throws stays on its side") {
  const std::string maker = GENERATE("gcc", "clang-libc++");
  Stage stage(kGolden / "0.1" / maker);
  const std::string yaml = "introduction: A\nvisits: [{ place: Nowhere, on: 2020 }]\nplanned: 1\n";
  stage.run("visits", sheaf::test::values(stage, "visits", yaml));
  CHECK(stage.said() == Lines{"layout.yaml:1:3 error plugin-exception: The plugin \"visits\" "
                              "stopped at a fault of its own: there is no such place"});
}

TEST_CASE("A plugin in plain C runs, as it was built then and as it is now") {
  const auto folder = GENERATE(kGolden / "0.1/c", kExamples / "c");
  CHECK(run(folder, "opening-hours") ==
        Lines{"opening-hours.yaml:4:54 error section-error: It closes before it opens"});
}

TEST_CASE("A plugin in Rust runs, as it was built then and as it is now") {
#ifdef SHEAF_TEST_RUST
  const auto folder = GENERATE(kGolden / "0.1/rust", kExamples / "rust");
#else
  const auto folder = kGolden / "0.1/rust";
#endif
  CHECK(run(folder, "road-works") ==
        Lines{"road-works.yaml:3:53 error section-error: The works end before they begin"});
}
