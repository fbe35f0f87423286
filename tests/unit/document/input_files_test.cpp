#include "document/input_files.hpp"

#include <catch2/catch.hpp>

#include "office.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Lines = std::vector<std::string>;

TEST_CASE("Of a section whose file could not be read, nothing is missed") {
  Office office;
  office.bind(Office::head() + "sections: [{ plugin: prose, from: lost.yaml }]\n");
  CHECK(office.findings() ==
        std::vector<std::string>{"report.yaml:5:35 error file-not-found: There is no file "
                                 "\"/council/people/2020-11/lost.yaml\""});
}

TEST_CASE("A workbook with the name of a text is told as one") {
  Office office;
  office.add("a.csv", std::string("PK\x03\x04\x14\0\x06\0", 8));
  office.bind_update("{ actions: { data: a } }", "data: { a: a.csv }\n");
  CHECK(office.findings() == Lines{"a.csv:1:1 error not-utf8: This file is a workbook or another "
                                   "archive, and no text"});
}

TEST_CASE("A file is found beside the file that names it") {
  Office office;
  office.add("../monthly.yaml",
             "sheaf: 1\nsections:\n  - plugin: prose\n    with: { body: { file: "
             "intro.md } }\n");
  office.add("../intro.md", "From the month's folder");
  office.bind("based_on: ../monthly.yaml\nlanguage: en-GB\ntitle: A\n");
  CHECK(office.findings() == Lines{});
  CHECK(office.value("body").text == "From the month's folder");
  const Location place = office.sources.locate(office.value("body").source);
  CHECK(place.path == "/council/people/intro.md");
  CHECK(office.sources.locate(place.included_from).line == 4);
}

TEST_CASE("A missing file is reported where it is named, with the nearest name") {
  Office office;
  office.add("inspection.md", "a");
  office.bind_update("{ narrative: { file: inspectoin.md }, picture: { file: b.png, alt: B } }");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:66 error file-not-found: There is no file \"b.png\"",
              "report.yaml:7:32 error file-not-found: There is no file \"inspectoin.md\""});
  CHECK(office.help()[1] == "Did you mean \"inspection.md\"?");
  CHECK(office.cures() == Lines{"7:32 inspectoin.md -> inspection.md"});
  Office quoted;
  quoted.add("parts/inspection.md", "a");
  quoted.bind_update("{ narrative: { file: \"parts/inspectoin.md\" } }");
  CHECK(quoted.cures() == Lines{"7:39 inspectoin.md -> inspection.md"});
}

TEST_CASE("Where no name is near, the files of the same kind are named that are there") {
  const auto help = [](std::vector<std::string> names) {
    Office office;
    for (const std::string& name : names) office.add(name, "a");
    office.bind_update("{ narrative: { file: december.md } }");
    REQUIRE(office.help().size() == 1);
    return office.help()[0];
  };
  const std::string rule =
      "Names of files are relative to the file that says them; capitals matter";
  CHECK(help({"grants.csv"}) == rule);
  CHECK(help({"grants.csv", "inspection.md"}) == "There is inspection.md in that folder. " + rule);
  CHECK(help({"b.md", "a.md"}) == "There are a.md and b.md in that folder. " + rule);
  CHECK(help({"a.md", "b.md", "c.md", "d.md", "e.md", "f.md", "g.md"}) ==
        "There are a.md, b.md, c.md, d.md, e.md and 2 more in that folder. " + rule);
}

TEST_CASE("Nothing outside the root is read, neither by .. nor by a link") {
  Office office;
  office.files.files["/etc/secret"] = "secret";
  office.files.links["/council/people/2020-11/link.md"] = "/etc/secret";
  office.bind(Office::head() +
              "sections:\n  - plugin: update\n    with:\n"
              "      text: { file: ../../../etc/secret }\n"
              "      narrative: { file: link.md }\n"
              "      picture: { file: /etc/secret, alt: A }\n"
              "      actions: { data: a }\n"
              "data: { a: ../../../etc/secret.csv }\n");
  CHECK(office.findings() ==
        Lines{"report.yaml:8:21 error outside-root: \"../../../etc/secret\" lies outside the "
              "folder that this layout may read",
              "report.yaml:10:24 error outside-root: \"/etc/secret\" lies outside the folder that "
              "this layout may read",
              "report.yaml:12:12 error outside-root: \"../../../etc/secret.csv\" lies outside the "
              "folder that this layout may read",
              "report.yaml:9:26 error outside-root: \"link.md\" lies outside the folder that this "
              "layout may read"});
  CHECK(office.help()[0] ==
        "Move the file into /council, or put an empty sheaf.yaml into a higher folder");
}

TEST_CASE("A folder whose name only begins like the root lies outside") {
  Office office;
  office.files.files["/council-secret/a.md"] = "secret";
  office.bind_update("{ narrative: { file: ../../../council-secret/a.md } }");
  REQUIRE(office.findings().size() == 1);
  CHECK(office.findings()[0].find("outside-root") != std::string::npos);
}

TEST_CASE("Text that is none is reported where it stops being text") {
  Office office;
  office
      .add("a.md",
           "good\nb\xE4"
           "d\n")
      .add("b.txt", "one\ntwo \x07 three\n");
  office.bind_update("{ narrative: { file: a.md }, text: { file: b.txt } }");
  CHECK(office.findings() ==
        Lines{"b.txt:2:5 error control-character: There is an invisible control character U+0007 "
              "here",
              "a.md:2:2 error not-utf8: This file is not UTF-8 text"});
}

TEST_CASE("A byte order mark is no text, and places still count from it") {
  Office office;
  office.add("a.md",
             "\xEF\xBB\xBF"
             "On ((meeting.dat))\n");
  office.bind_update("{ narrative: { file: a.md } }");
  CHECK(office.findings() ==
        Lines{"a.md:1:5 error unknown-value: There is no value `meeting.dat`"});
}

TEST_CASE("Folders, huge files and files that may not be read say so") {
  Office office;
  office.add("folder/x.md", "a").add("huge.md", std::string((1 << 20) + 1, 'a'));
  office.add("closed.png", "a");
  office.files.unreadable.insert("/council/people/2020-11/closed.png");
  office.bind_update(
      "{ text: { file: folder }, narrative: { file: huge.md }, "
      "picture: { file: closed.png, alt: A } }");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:27 error not-a-file: \"folder\" is a folder",
              "report.yaml:7:84 error file-not-readable: \"closed.png\" cannot be read: Permission "
              "denied",
              "report.yaml:7:56 error too-large: \"huge.md\" is larger than 1 MB"});
}

TEST_CASE("An image needs words even when its file is missing") {
  Office office;
  office.add("chart.png", "PNG").bind_update("{ picture: { file: chart.png } }");
  CHECK(office.findings() ==
        Lines{"report.yaml:7:22 error missing-alt: with.picture is an image without alternative "
              "text"});
}
