#include "plugin/host/output_lines.hpp"

#include <vector>

#include <catch2/catch.hpp>

using sheaf::plugin::host::OutputLines;

TEST_CASE("What is printed becomes lines, however it arrives") {
  OutputLines output;
  std::vector<std::string> lines;
  const auto log = [&](std::string_view line) { lines.emplace_back(line); };
  output.add("one\ntw", log);
  output.add("o\n\nthree", log);
  CHECK(lines == std::vector<std::string>{"one", "two", ""});
  output.finish(log);
  CHECK(lines.back() == "three");
  CHECK(output.size() == 14 + 4 * OutputLines::kLine);
  output.count_anew();
  CHECK(output.size() == 0);
}

TEST_CASE("The last lines are kept, without the empty ones") {
  OutputLines output;
  for (int i = 0; i < 10; ++i) output.add(std::to_string(i) + "\n\n", [](std::string_view) {});
  CHECK(std::vector<std::string>(output.last().begin(), output.last().end()) ==
        std::vector<std::string>{"7", "8", "9"});
}

TEST_CASE("A line without end takes no memory without end") {
  OutputLines output;
  std::string line;
  for (int i = 0; i < 1000; ++i) output.add(std::string(1000, 'x'), {});
  output.finish([&](std::string_view text) { line = text; });
  CHECK(line.size() == 500);
}

TEST_CASE("What a plugin prints cannot steer a terminal") {
  OutputLines output;
  std::string line;
  output.add("a\x1b[31mb\xE2\x80\xAE\n", [&](std::string_view text) { line = text; });
  CHECK(line == "a [31mb");
}
