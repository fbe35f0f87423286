// The library of examples/hello-section, built against the installed SDK.

#include <filesystem>

#include <catch2/catch.hpp>

#include "plugin/stage.hpp"

using namespace sheaf::test;

namespace {

sheaf::model::Value texts(const std::vector<std::string>& words) {
  sheaf::model::Value list;
  list.kind = sheaf::model::ValueKind::List;
  for (const std::string& word : words) list.items.push_back(sheaf::model::text_value(word, {}));
  return list;
}

}  // namespace

TEST_CASE("A plugin built outside, against the installed SDK, is found, loaded and run") {
  Stage stage;
  CHECK(stage.run("hello", record({{"names", texts({"the board", "all residents"})}})) ==
        Stage::nothing("hello") +
            "  paragraph/1\n"
            "    \"Hello, \"\n"
            "    placed text \"the board\"\n"
            "    \" and \"\n"
            "    placed text \"all residents\"\n"
            "    \"!\"\n");
  CHECK(stage.said().empty());
}

TEST_CASE("Its manifest says which blocks it writes and which parameters it takes") {
  const Stage stage;
  const auto* hello = stage.registry.find("hello");
  REQUIRE(hello);
  CHECK(hello->blocks == std::vector<std::string>{"paragraph/1", "table/1"});
  CHECK(hello->parameters.find("names")->required);
  CHECK_FALSE(hello->parameters.find("visits")->required);
}

TEST_CASE("Headers and package are installed, and nothing of the engine") {
  const std::filesystem::path prefix = SHEAF_PREFIX;
  CHECK(exists(prefix / "include/sheaf/abi.h"));
  CHECK(exists(prefix / "include/sheaf/plugin.hpp"));
  CHECK(exists(prefix / "share/cmake/Sheaf/SheafConfig.cmake"));
  CHECK_FALSE(exists(prefix / "include/model"));
}
