#include "config/read_ahead.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <thread>

#include "config/layout_reader.hpp"
#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;

namespace {

constexpr int kSections = 40;

std::string content(int section) { return fmt::format("body: the words of section {}\n", section); }

/// A layout whose sections lie in files of their own; the one before the last lies outside the
/// root.
test::MemoryFileSystem long_report() {
  test::MemoryFileSystem files;
  files.files["/secret.yaml"] = "body: of another folder\n";
  files.files["/r/sheaf.yaml"] = "";
  std::string layout = "sheaf: 1\ntitle: Report\nlanguage: en-GB\nsections:\n";
  for (int i = 0; i < kSections; ++i) {
    files.files[fmt::format("/r/parts/{}.yaml", i)] = content(i);
    const std::string name = i + 2 == kSections ? "../secret" : fmt::format("parts/{}", i);
    layout += fmt::format("  - id: s{}\n    plugin: prose\n    from: {}.yaml\n", i, name);
  }
  files.files["/r/report.yaml"] = layout;
  return files;
}

}  // namespace

TEST_CASE("All files of a long layout that lie in its root are read ahead") {
  const auto files = long_report();
  config::YamlMemory memory;
  const config::ReadAhead ahead("/r/report.yaml", "/r", files, &memory);
  while (!memory.knows(content(0))) std::this_thread::yield();  // the last to be read
  CHECK(memory.knows(content(kSections - 1)));
  CHECK_FALSE(memory.knows(files.files.at("/secret.yaml")));
}

TEST_CASE("What was read ahead gives the same layout and the same findings") {
  auto files = long_report();
  files.files["/r/parts/3.yaml"] = "body: one\nbody: two\n";
  files.files["/r/parts/30.yaml"] = "- no map\n";
  files.files.erase("/r/parts/20.yaml");
  const auto told = [&](config::YamlMemory* memory) {
    SourceMap sources;
    Diagnostics diagnostics;
    const auto spec =
        config::read_layout("/r/report.yaml", {}, files, sources, diagnostics, memory);
    REQUIRE(spec);
    std::vector<std::string> all = test::findings(diagnostics, sources);
    for (const auto& section : spec->sections) {
      const Location place = sources.locate(section.with.source);
      all.push_back(fmt::format("{} {}:{}", section.id, place.path, place.line));
    }
    return all;
  };
  const auto alone = told(nullptr);
  CHECK(alone.size() > kSections);
  for (int i = 0; i < 20; ++i) {
    config::YamlMemory memory;
    CHECK(told(&memory) == alone);
    CHECK(told(&memory) == alone);
  }
}
