#include "base/source.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;

TEST_CASE("A place is found by file, line and column in code points") {
  SourceMap sources;
  const SourceId first = sources.add("a.yaml", "one\ntwö: 3\r\n");
  const SourceId second = sources.add("b.yaml", "x");
  const Location place = sources.locate(first + 9);
  CHECK(place.path == "a.yaml");
  CHECK(sources.file(first + 9).path == "a.yaml");
  CHECK(place.line == 2);
  CHECK(place.column == 5);
  CHECK(place.line_text == "twö: 3");
  CHECK(sources.locate(second).path == "b.yaml");
  CHECK(sources.locate(first + 13).path == "a.yaml");
  CHECK(sources.locate({}).line == 0);
  CHECK(sources.file({}).path.empty());
}

TEST_CASE("The end of a file is a place in that file") {
  SourceMap sources;
  const SourceId first = sources.add("a", "ab\n");
  sources.add("b", "c");
  const Location place = sources.locate(first + 3);
  CHECK(place.path == "a");
  CHECK(place.line == 2);
  CHECK(place.column == 1);
}

TEST_CASE("A place lines further down stays inside its line") {
  SourceMap sources;
  const SourceId first = sources.add("a", "k: |\n  one\n  two\n");
  CHECK(sources.locate(sources.at(first + 3, 2, 2)).column == 3);
  CHECK(sources.locate(sources.at(first + 3, 2, 2)).line == 3);
  CHECK(sources.locate(sources.at(first + 3, 1, 99)).column == 6);
}
