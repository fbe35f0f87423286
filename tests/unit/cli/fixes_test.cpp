#include <catch2/catch.hpp>

#include "cli/fixes.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;

namespace {

/// One file with findings, each with its fixes.
struct Desk {
  test::MemoryFileSystem files;
  cli::Overlay overlay{files};
  SourceMap sources;
  Diagnostics diagnostics;
  SourceId start;

  explicit Desk(const std::string& text, const char* path = "/root/a.yaml") {
    files.files[path] = text;
    start = sources.add(path, text);
  }
  void finding(std::vector<Fix> fixes) {
    diagnostics.error("x", start, "X").fixes = std::move(fixes);
  }
  std::string mended() {
    cli::apply_fixes(diagnostics, sources, "/root", overlay);
    const auto at = overlay.texts.begin();
    return at == overlay.texts.end() ? "unchanged" : at->second;
  }
};

}  // namespace

TEST_CASE("Fixes of several findings are applied together") {
  Desk desk("titel: A\nstatus: drft\n");
  desk.finding({{desk.start, "titel", "title"}});
  desk.finding({{desk.start + 17, "drft", "draft"}});
  CHECK(desk.mended() == "title: A\nstatus: draft\n");
}

TEST_CASE("Of fixes that overlap the first is applied") {
  Desk desk("a: b: c: d\n");
  desk.finding({{desk.start + 3, "b: c: d", "\"b: c: d\""}});
  desk.finding({{desk.start + 3, "b: c: d", "\"b: c: d\""}});
  CHECK(desk.mended() == "a: \"b: c: d\"\n");
}

TEST_CASE("A fix is left out when what it replaces does not stand there") {
  Desk desk("'titel': A\n");
  desk.finding({{desk.start, "titel", "title"}});
  CHECK(desk.mended() == "unchanged");
}

TEST_CASE("The fixes of one finding are applied together or not at all") {
  Desk desk("one two\n");
  desk.finding({{desk.start, "one", "1"}, {desk.start + 4, "three", "3"}});
  CHECK(desk.mended() == "unchanged");
}

TEST_CASE("Only YAML, CSV and Markdown files below the root are mended") {
  for (const char* path : {"/elsewhere/a.yaml", "/root/a.txt", "/rooted/a.yaml"}) {
    Desk desk("titel: A\n", path);
    desk.finding({{desk.start, "titel", "title"}});
    CHECK(desk.mended() == "unchanged");
  }
  for (const char* path : {"/root/a.yml", "/root/deep/a.csv", "/root/a.md"}) {
    Desk desk("acton\n", path);
    desk.finding({{desk.start, "acton", "action"}});
    CHECK(desk.mended() == "action\n");
  }
}

TEST_CASE("A later look sees the mended text, and the file itself is untouched") {
  Desk desk("titel: A\n");
  desk.finding({{desk.start, "titel", "title"}});
  desk.mended();
  CHECK(desk.overlay.read("/root/a.yaml", 100).value() == "title: A\n");
  CHECK(desk.files.files["/root/a.yaml"] == "titel: A\n");
}

TEST_CASE("A difference shows three lines around each change") {
  CHECK(cli::unified_diff("a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nV\n6\n7\n8\n9\n") ==
        "--- a\n+++ a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+V\n 6\n 7\n 8\n");
  CHECK(cli::unified_diff("a", "1\n", "1\n").empty());
  CHECK(cli::unified_diff("a", "", "1\n") == "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+1\n");
  CHECK(cli::unified_diff("a", "1", "2") ==
        "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-1\n\\ No newline at end of file\n+2\n\\ No newline at end "
        "of "
        "file\n");
}

TEST_CASE("Changes that lie far apart are shown apart") {
  std::string before, after;
  for (int i = 0; i < 30; ++i) {
    before += std::to_string(i) + "\n";
    after += (i == 2 || i == 25 ? "x" : std::to_string(i)) + "\n";
  }
  const std::string diff = cli::unified_diff("a", before, after);
  CHECK(diff.find("@@ -1,6 +1,6 @@") != std::string::npos);
  CHECK(diff.find("@@ -23,7 +23,7 @@") != std::string::npos);
}
