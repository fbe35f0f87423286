// The files that a layout is made of.

#include "layout_reading.hpp"

using namespace sheaf;
using namespace sheaf::test;

TEST_CASE("Layouts based on each other are refused, with the way round") {
  Reading reading;
  reading.files.files["/r/a.yaml"] = kHead + "sections: []\nbased_on: b.yaml\n";
  reading.files.files["/r/b.yaml"] = "based_on: a.yaml\n";
  reading.read("/r/a.yaml");
  CHECK(reading.findings() ==
        Findings{"/r/b.yaml:1:11 error based-on-cycle: This layout is based on itself: /r/a.yaml → "
                 "/r/b.yaml → /r/a.yaml"});
}

TEST_CASE("Nothing outside the root is read, neither by .. nor through a link") {
  Reading reading;
  reading.files.files["/secret/base.yaml"] = kHead;
  reading.files.files["/r/report.yaml"] = kHead +
                                          "based_on: ../secret/base.yaml\n"
                                          "theme: link/civic.yaml\n"
                                          "plugins: [/usr/lib]\n"
                                          "sections: [{ plugin: prose, from: ../x.yaml }]\n";
  reading.files.links["/r/link"] = "/secret";
  reading.read("/r/report.yaml");
  const std::string outside = "\" lies outside the folder that this layout may read";
  CHECK(reading.findings() ==
        Findings{"/r/report.yaml:4:11 error outside-root: \"../secret/base.yaml" + outside,
                 "/r/report.yaml:7:35 error outside-root: \"../x.yaml" + outside,
                 "/r/report.yaml:5:8 error outside-root: \"link/civic.yaml" + outside,
                 "/r/report.yaml:6:11 error outside-root: \"/usr/lib" + outside});
  for (const sheaf::Diagnostic& one : reading.diagnostics.all()) {
    const bool is_plugins = one.message.starts_with("\"/usr/lib");
    CHECK((one.help.find("--plugin-path") != std::string::npos) == is_plugins);
  }
}

TEST_CASE("The root is the one given, else the nearest folder with sheaf.yaml, else the layout's") {
  Reading given;
  given.files.files["/r/a/report.yaml"] = "based_on: ../base.yaml\n";
  given.files.files["/r/base.yaml"] = kHead + "sections: []\n";
  given.read("/r/a/report.yaml", {.root = "/r", .set = {}});
  CHECK(given.findings() == Findings{});
  Reading outside;
  outside.files.files["/r/a/report.yaml"] = kHead;
  outside.read("/r/a/report.yaml", {.root = "/other", .set = {}});
  CHECK_FALSE(outside.spec);
  REQUIRE(outside.diagnostics.all().size() == 1);
  CHECK(outside.diagnostics.all()[0].id == "outside-root");
}

TEST_CASE("sheaf.yaml gives the theme of layouts that name none, and plugin folders") {
  Reading reading;
  reading.files.files["/r/sheaf.yaml"] = "theme: house/style.yaml\nplugins: [own]\ncolour: red\n";
  reading.files.files["/r/a/report.yaml"] = kHead + "plugins: [more]\nsections: []\n";
  reading.read("/r/a/report.yaml");
  REQUIRE(reading.spec);
  CHECK(reading.spec->theme == "/r/house/style.yaml");
  CHECK(reading.spec->plugins == std::vector<std::string>{"/r/own", "/r/a/more"});
  CHECK(reading.findings() ==
        Findings{"/r/sheaf.yaml:3:1 error unknown-key: The file has no `colour`"});
  CHECK(dump(*reading.spec).find("theme house/style.yaml\n") != std::string::npos);
}

TEST_CASE("Files that are missing or no maps are named where they are asked for") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "based_on: gone.yaml\nsections:\n  - { plugin: a, from: folder }\n" +
      "  - { plugin: a, from: list.yaml }\n";
  reading.files.files["/r/folder/x"] = "";
  reading.files.files["/r/list.yaml"] = "- x\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() ==
        Findings{"/r/report.yaml:4:11 error file-not-found: There is no file \"/r/gone.yaml\"",
                 "/r/report.yaml:6:24 error not-a-file: \"/r/folder\" is a folder",
                 "/r/list.yaml:1:1 error wrong-type: A file for `from` should be a map, not a "
                 "list"});
  Reading none;
  none.read("/r/report.yaml");
  CHECK_FALSE(none.spec);
  CHECK(none.findings() ==
        Findings{":0:0 error layout-not-found: There is no file \"/r/report.yaml\""});
}

TEST_CASE("Sixteen layouts may lie below one, and no more") {
  const auto read = [](int bases) {
    Reading reading;
    reading.files.files["/r/0.yaml"] = kHead + "sections: []\n";
    for (int i = 1; i <= bases; ++i) {
      reading.files.files[fmt::format("/r/{}.yaml", i)] =
          fmt::format("sheaf: 1\nbased_on: {}.yaml\n", i - 1);
    }
    reading.read(fmt::format("/r/{}.yaml", bases));
    return reading.findings();
  };
  CHECK(read(16) == Findings{});
  CHECK(read(3'000) ==
        Findings{"/r/2984.yaml:2:11 error based-on-depth: More than 16 layouts are based on one "
                 "another"});
}

TEST_CASE("Project settings that lead out of the root are refused, and not read") {
  Reading reading;
  reading.files.files["/secret/sheaf.yaml"] = "theme: secret\n";
  reading.files.links["/r/sheaf.yaml"] = "/secret/sheaf.yaml";
  reading.files.files["/r/report.yaml"] = kHead + "sections: [{ plugin: prose }]\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() ==
        Findings{":0:0 error outside-root: \"/r/sheaf.yaml\" leads to a file outside the folder "
                 "that this layout may read"});
  REQUIRE(reading.spec);
  CHECK(reading.spec->theme != "secret");
}

TEST_CASE("A section whose content cannot be read says so in place of its content") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "sections: [{ plugin: prose, from: lost.yaml, with: { a: b } }, { plugin: prose }]\n";
  reading.read("/r/report.yaml");
  REQUIRE(reading.spec);
  CHECK(reading.spec->sections.at(0).with.is_absent());
  CHECK_FALSE(reading.spec->sections.at(1).with.is_absent());
}

TEST_CASE("A layout has 20,000 sections at most") {
  std::string layout = kHead + "sections:\n";
  for (int i = 0; i < 20'001; ++i) layout += "  - plugin: a\n";
  CHECK(findings_of(layout) ==
        Findings{"/r/report.yaml:20005:5 error layout-too-large: From here on, this layout has "
                 "more than 20000 sections"});
}
