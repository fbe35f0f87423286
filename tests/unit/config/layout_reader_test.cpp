#include "config/layout_reader.hpp"

#include <catch2/catch.hpp>

#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using config::LayoutOptions;
using model::LayoutSpec;
using model::Node;

namespace {

const std::string kHead = "sheaf: 1\ntitle: Report\nlanguage: en-GB\n";

struct Reading {
  test::MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  Result<LayoutSpec> spec = failed();

  void read(const Path& path, const LayoutOptions& options = {}) {
    spec = config::read_layout(path, options, files, sources, diagnostics);
  }
  std::vector<std::string> findings() const { return test::findings(diagnostics, sources); }
  std::string place(SourceId id) const {
    const Location at = sources.locate(id);
    return fmt::format("{}:{}:{}", at.path, at.line, at.column);
  }
};

/// What a layout of one file is told.
std::vector<std::string> findings_of(const std::string& layout) {
  Reading reading;
  reading.files.files["/r/report.yaml"] = layout;
  reading.read("/r/report.yaml");
  return reading.findings();
}

using Findings = std::vector<std::string>;

}  // namespace

TEST_CASE("A layout is merged over what it is based on, and every value keeps its file") {
  Reading reading;
  reading.files.files["/r/sheaf.yaml"] = "";
  reading.files.files["/r/people/monthly.yaml"] =
      "sheaf: 1\n"
      "language: en-GB\n"
      "people:\n"
      "  director: { name: A. Person, post: Director }\n"
      "meeting: { board: Board }\n"
      "parts:\n"
      "  sign-off: { plugin: sign-off, with: { by: director, dated: ((meeting.date)) } }\n";
  reading.files.files["/r/people/11/report.yaml"] =
      "based_on: ../monthly.yaml\n"
      "title: Officer's Report\n"
      "status: draft\n"
      "meeting: { date: 2020-11-25 }\n"
      "data: { actions: actions.csv }\n"
      "sections:\n"
      "  - id: inspection\n"
      "    plugin: ofsted-update\n"
      "    title: Preparing\n"
      "    owner: Children's Services\n"
      "    with: { covers: [front door] }\n"
      "  - use: sign-off\n"
      "    when: { meeting.public: true }\n"
      "    with: { by: chair }\n";
  reading.read("/r/people/11/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  const LayoutSpec& spec = *reading.spec;
  CHECK(dump(spec) ==
        "title Officer's Report\n"
        "language en-GB\n"
        "theme civic\n"
        "status draft\n"
        "meeting\n"
        "  board Board\n"
        "  date 2020-11-25\n"
        "people\n"
        "  director\n"
        "    name A. Person\n"
        "    post Director\n"
        "data actions actions.csv\n"
        "section inspection\n"
        "  plugin ofsted-update\n"
        "  title Preparing\n"
        "  owner Children's Services\n"
        "  with\n"
        "    covers\n"
        "      - front door\n"
        "section sign-off\n"
        "  plugin sign-off\n"
        "  when\n"
        "    meeting.public true\n"
        "  with\n"
        "    by chair\n"
        "    dated ((meeting.date))\n");
  CHECK(spec.root == "/r");
  CHECK(spec.path == "/r/people/11/report.yaml");
  const Node& with = spec.sections[1].with;
  CHECK(reading.place(with.find("by")->source) == "/r/people/11/report.yaml:14:17");
  CHECK(reading.place(with.find("dated")->source) == "/r/people/monthly.yaml:7:62");
  CHECK(reading.place(spec.sections[1].plugin_source) == "/r/people/monthly.yaml:7:23");
  CHECK(reading.place(spec.sections[1].source) == "/r/people/11/report.yaml:12:5");
  const Location base = reading.sources.locate(spec.meeting.find("board")->source);
  CHECK(reading.place(base.included_from) == "/r/people/11/report.yaml:1:11");
}

TEST_CASE("Maps merge at every depth, lists and references replace, and nothing takes away") {
  Reading reading;
  reading.files.files["/r/base.yaml"] =
      kHead +
      "subtitle: Old\n"
      "values: { a: { x: 1, y: 2 }, list: [1, 2], text: { file: a.md }, rows: { data: a } }\n"
      "sections: [{ plugin: prose }]\n";
  reading.files.files["/r/report.yaml"] =
      "based_on: base.yaml\n"
      "subtitle:\n"
      "values: { a: { y: 3, z: 4 }, list: [3], text: { file: b.md }, rows: [1] }\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  const std::string text = dump(*reading.spec);
  CHECK(text.find("subtitle") == std::string::npos);
  CHECK(text.find("  a\n    x 1\n    y 3\n    z 4\n"
                  "  list\n    - 3\n  text\n    file b.md\n  rows\n    - 1\n") !=
        std::string::npos);
}

TEST_CASE("`with` lies over `from`, and both over the part's") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead +
      "parts:\n"
      "  care: { plugin: asc, from: care.yaml, with: { b: 2 } }\n"
      "sections:\n"
      "  - use: care\n"
      "    from: month/news.yaml\n"
      "    with: { d: 4 }\n";
  reading.files.files["/r/care.yaml"] = "a: 1\nb: 1\nc: 1\nd: 1\n";
  reading.files.files["/r/month/news.yaml"] = "c: 3\nd: 3\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  const Node& with = reading.spec->sections[0].with;
  CHECK(with.find("a")->text == "1");
  CHECK(with.find("b")->text == "2");
  CHECK(with.find("c")->text == "3");
  CHECK(with.find("d")->text == "4");
  CHECK(reading.place(with.find("c")->source) == "/r/month/news.yaml:1:4");
}

TEST_CASE("Sections without an id take their plugin's name, made unique") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "sections: [{ plugin: prose }, { plugin: prose, id: prose-2 }, { plugin: prose }]\n";
  reading.read("/r/report.yaml");
  REQUIRE(reading.spec);
  CHECK(reading.spec->sections[0].id == "prose");
  CHECK(reading.spec->sections[1].id == "prose-2");
  CHECK(reading.spec->sections[2].id == "prose-3");
}

TEST_CASE("All problems of a file come in one run, each at its place") {
  CHECK(findings_of("sheaf: 1\n"
                    "titel: Report\n"
                    "language: english language\n"
                    "status: finished\n"
                    "numbering: paragraphs\n"
                    "meeting: tomorrow\n"
                    "sections:\n"
                    "  - plugn: prose\n"
                    "  - plugin: prose\n"
                    "    title: [a]\n"
                    "    review_by: soon\n"
                    "    with: text\n"
                    "  - plugin: a\n"
                    "    use: b\n"
                    "  - use: sing-off\n"
                    "parts:\n"
                    "  sign-off: { plugin: sign-off }\n"
                    "data:\n"
                    "  overdue: { sql: select 1 }\n"
                    "  other: {}\n"
                    "output: { formats: [pdf, docx] }\n") ==
        Findings{
            "/r/report.yaml:2:1 error unknown-key: The file has no `titel`",
            "/r/report.yaml:4:9 error wrong-type: status should be one of draft, final, not "
            "\"finished\"",
            "/r/report.yaml:6:10 error wrong-type: meeting should be a map, not \"tomorrow\"",
            "/r/report.yaml:8:5 error unknown-key: sections[1] has no `plugn`",
            "/r/report.yaml:10:12 error wrong-type: sections[2].title should be text, not a list",
            "/r/report.yaml:11:16 error wrong-type: sections[2].review_by should be a date "
            "(2020-11-25, 2020-11 or 2020), not \"soon\"",
            "/r/report.yaml:21:26 error wrong-type: output.formats[2] should be one of pdf, not "
            "\"docx\"",
            "/r/report.yaml:8:5 error missing-value: This section does not say what writes it",
            "/r/report.yaml:14:5 error plugin-and-use: This section gives both `plugin` and `use`",
            "/r/report.yaml:15:10 error unknown-part: There is no part `sing-off`",
            "/r/report.yaml:1:1 error missing-value: The layout needs `title`",
            "/r/report.yaml:3:11 error bad-language: \"english language\" is no language tag",
            "/r/report.yaml:20:10 error missing-value: The data `other` names no file",
            "/r/report.yaml:12:11 error wrong-type: `with` should be a map, not text"});
}

TEST_CASE("Numbering, status, approvals and several outputs reach the spec") {
  Reading reading;
  reading.files.files["/r/base.yaml"] = kHead +
                                        "require_approvals: [finance, legal]\n"
                                        "output: { name: old }\n"
                                        "sections: [{ plugin: prose, review_by: 2020-12 }]\n";
  reading.files.files["/r/report.yaml"] =
      "based_on: base.yaml\n"
      "status: draft\n"
      "numbering: paragraphs\n"
      "approvals: [{ by: finance, on: 2020-11-12 }, { by: legal }]\n"
      "outputs:\n"
      "  - { name: for-all, edition: public }\n"
      "  - { name: for-members, edition: exempt, formats: [pdf] }\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() ==
        Findings{"/r/report.yaml:4:46 error missing-value: An approval needs `on`"});
  REQUIRE(reading.spec);
  CHECK(reading.place(reading.spec->status_source) == "/r/report.yaml:2:9");
  CHECK(dump(*reading.spec) ==
        "title Report\n"
        "language en-GB\n"
        "theme civic\n"
        "status draft\n"
        "numbering paragraphs\n"
        "requires-approval finance\n"
        "requires-approval legal\n"
        "approval finance\n"
        "  on 2020-11-12\n"
        "approval legal\n"
        "meeting {}\n"
        "people {}\n"
        "output\n"
        "  name for-all\n"
        "  formats pdf\n"
        "output\n"
        "  name for-members\n"
        "  edition exempt\n"
        "  formats pdf\n"
        "section prose\n"
        "  plugin prose\n"
        "  review_by 2020-12\n"
        "  with {}\n");
}

TEST_CASE("A report can ask for more approvals than its base, and not for fewer") {
  const auto required = [](const std::string& own) {
    Reading reading;
    reading.files.files["/r/base.yaml"] =
        kHead + "require_approvals: [finance, legal]\nsections: []\n";
    reading.files.files["/r/report.yaml"] = "based_on: base.yaml\n" + own;
    reading.read("/r/report.yaml");
    Findings lines = reading.findings();
    for (const Node& name : reading.spec->required_approvals) lines.push_back(name.text);
    return lines;
  };
  const std::string lifted =
      "/r/report.yaml:2:20 warning approval-lifted: `require_approvals` adds to what the base "
      "requires, and takes nothing away";
  CHECK(required("") == Findings{"finance", "legal"});
  CHECK(required("require_approvals: [housing, finance]\n") ==
        Findings{"finance", "legal", "housing"});
  CHECK(required("require_approvals: []\n") == Findings{lifted, "finance", "legal"});
  CHECK(required("require_approvals: [legal]\n") == Findings{lifted, "finance", "legal"});
  CHECK(required("require_approvals:\n").back() == "legal");
}

TEST_CASE("`output` and `outputs` say the same: not both, and the nearer file counts") {
  CHECK(findings_of(kHead + "sections: []\noutputs: [{ name: a }]\noutput: { name: b }\n") ==
        Findings{"/r/report.yaml:5:1 error output-and-outputs: This file gives both `output` and "
                 "`outputs`"});
  Reading reading;
  reading.files.files["/r/base.yaml"] =
      kHead + "outputs: [{ name: a }, { name: b }]\nsections: []\n";
  reading.files.files["/r/report.yaml"] = "based_on: base.yaml\noutput: { name: c }\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  REQUIRE(reading.spec->outputs.size() == 1);
  CHECK(reading.spec->outputs[0].name.text == "c");
}

TEST_CASE("A part that a lost base may have given is not told as missing") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "based_on: lost.yaml\nsections: [{ use: safety }, { plugin: a, use: b }]\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() ==
        Findings{"/r/report.yaml:4:11 error file-not-found: There is no file \"/r/lost.yaml\"",
                 "/r/report.yaml:5:42 error plugin-and-use: This section gives both `plugin` and "
                 "`use`"});
}

TEST_CASE("A section lays its title, owner, review and content over the part it uses") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead +
      "parts:\n"
      "  safety:\n"
      "    { plugin: safety, title: Save lives, owner: Comms, review_by: 2020-12-02,\n"
      "      when: { meeting.public: true }, with: { help: { text: a, phone: b }, tips: [c] } }\n"
      "sections:\n"
      "  - use: safety\n"
      "    title: Stay safe\n"
      "    owner: Public Health\n"
      "    review_by: 2021-03-01\n"
      "    when: { meeting.public: false }\n"
      "    with: { help: { phone: d }, tips: [e, f] }\n"
      "  - use: safety\n"
      "    id: again\n"
      "    title:\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() == Findings{});
  REQUIRE(reading.spec);
  const std::string text = dump(*reading.spec);
  CHECK(text.substr(text.find("section")) ==
        "section safety\n"
        "  plugin safety\n"
        "  title Stay safe\n"
        "  owner Public Health\n"
        "  when\n"
        "    meeting.public false\n"
        "  review_by 2021-03-01\n"
        "  with\n"
        "    help\n"
        "      text a\n"
        "      phone d\n"
        "    tips\n"
        "      - e\n"
        "      - f\n"
        "section again\n"
        "  plugin safety\n"
        "  owner Comms\n"
        "  when\n"
        "    meeting.public true\n"
        "  review_by 2020-12-02\n"
        "  with\n"
        "    help\n"
        "      text a\n"
        "      phone b\n"
        "    tips\n"
        "      - c\n");
}

TEST_CASE("The nearest known name is offered") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "sectons: []\nsections: [{ use: care }]\n" + "parts: { caer: { plugin: x } }\n";
  reading.read("/r/report.yaml");
  REQUIRE(reading.diagnostics.all().size() == 2);
  CHECK(reading.diagnostics.all()[0].help == "Did you mean `sections`?");
  CHECK(reading.diagnostics.all()[1].help == "Did you mean `caer`?");
}

TEST_CASE("Two sections with one id are an error that notes the first") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "sections:\n  - { plugin: prose, id: a }\n  - { plugin: prose, id: a }\n" +
      "  - { plugin: prose, id: a b }\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() ==
        Findings{"/r/report.yaml:6:26 error duplicate-id: Two sections have the id `a`",
                 "/r/report.yaml:7:26 error bad-id: \"a b\" cannot be a section's id"});
  REQUIRE(reading.diagnostics.all()[0].notes.size() == 1);
  CHECK(reading.place(reading.diagnostics.all()[0].notes[0].source) == "/r/report.yaml:5:26");
}

TEST_CASE("A later format, or none, is named at its line") {
  CHECK(findings_of("sheaf: 2\nunknown: x\n") ==
        Findings{"/r/report.yaml:1:8 error format-version: This file is written in format 2, and "
                 "this program reads format 1"});
  CHECK(findings_of("title: x\nlanguage: en\nsections: []\n") ==
        Findings{"/r/report.yaml:1:1 error missing-value: The layout needs `sheaf`"});
  CHECK(findings_of("- a\n") ==
        Findings{"/r/report.yaml:1:1 error wrong-type: A layout should be a map, not a list"});
}

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

TEST_CASE("A placeholder fits wherever a value does") {
  CHECK(findings_of(
            kHead +
            "values: { on: yes }\nsections:\n  - plugin: prose\n    title: ((values.on))\n") ==
        Findings{});
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

TEST_CASE("A large part may be used in some sections, not in thousands") {
  const auto read = [](int uses) {
    std::string layout =
        kHead + "parts:\n  a: { plugin: prose, with: { body: " + std::string(900'000, 'x') +
        " } }\nsections:\n";
    for (int i = 0; i < uses; ++i) layout += "  - use: a\n";
    return findings_of(layout);
  };
  CHECK(read(8) == Findings{});
  CHECK(read(5'000) == Findings{"/r/report.yaml:15:5 error layout-too-large: From here on, this "
                                "layout takes in more than a report can hold"});
}
