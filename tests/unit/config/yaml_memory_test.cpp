#include "config/yaml_memory.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;

TEST_CASE("A tree from memory is the one that would be read, at its own places") {
  const std::string text = "title: A report\nsections: [one, two]\n";
  SourceMap sources;
  Diagnostics found;
  config::YamlMemory memory;
  sources.add("other.yaml", "something before");
  const SourceId first = sources.add("a.yaml", text);
  REQUIRE(memory.read(sources.text(first), first, found));
  const SourceId second = sources.add("b.yaml", text);
  const auto again = memory.read(sources.text(second), second, found);
  REQUIRE(again);
  const Location place = sources.locate(again->find("sections")->items[1].source);
  CHECK(place.path == "b.yaml");
  CHECK(place.line == 2);
  CHECK(place.column == 17);
  CHECK(sources.locate(again->find_member("title")->key_source).column == 1);
  CHECK(again->find("title")->text == "A report");
}

TEST_CASE("What is remembered counts with all the memory it takes") {
  config::Remembered<int> memory;
  memory.keep("one", 1, 40'000'000);
  memory.keep("huge", 2, 70'000'000);
  CHECK(memory.find("one") == 1);
  CHECK_FALSE(memory.find("huge"));
  memory.keep("two", 2, 40'000'000);  // which needs the room
  CHECK(memory.find("two") == 2);
  CHECK_FALSE(memory.find("one"));
}

TEST_CASE("A file with findings is read again, so that each build hears of them") {
  const std::string text = "title: one\ntitle: two\n";
  SourceMap sources;
  config::YamlMemory memory;
  const SourceId start = sources.add("a.yaml", text);
  for (int turn = 0; turn < 2; ++turn) {
    Diagnostics found;
    memory.read(sources.text(start), start, found);
    CHECK(found.errors() == 1);
  }
}
