// The `sections` and `parts` of a layout.

#include "layout_reading.hpp"

using namespace sheaf;
using namespace sheaf::test;

TEST_CASE("What stands beside with, or in place of it, is asked to go below it") {
  const auto help = [](const std::string& lines) {
    Reading reading;
    reading.files.files["/r/report.yaml"] = kHead + "sections:\n  - plugin: prose\n" + lines;
    reading.read("/r/report.yaml");
    REQUIRE(reading.diagnostics.all().size() == 1);
    return reading.diagnostics.all().front().help;
  };
  const std::string known =
      "Known here: id, use, plugin, title, owner, review_by, access, when, from, lint, on_error, "
      "with. If it is what the section is to say, ";
  CHECK(help("    body: x\n") == known + "write the line `with:` above it and indent it below");
  CHECK(help("    with: { }\n    body: x\n") == known + "indent it below `with:`");
  CHECK(help("    titel: x\n") == "Did you mean `title`?");
}

TEST_CASE("What stands in a section that lacks its line with is not missed as well") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "sections:\n  - plugin: prose\n    body: x\n    titel: T\n    lead: y\n";
  reading.read("/r/report.yaml");
  REQUIRE(reading.spec);
  CHECK(reading.diagnostics.errors() == 3);  // of the names, each at its line
  const model::SectionSpec& section = reading.spec->sections.at(0);
  CHECK(section.title.text == "T");
  REQUIRE(section.with.members.size() == 2);
  CHECK(section.with.members[0].key == "body");
  CHECK(section.with.members[1].key == "lead");
  CHECK(section.with.source == section.with.members[0].key_source);
}

TEST_CASE("A section that says nothing is told at its place, and never left out in silence") {
  const auto told = [](const std::string& entry, const std::string& parts = {}) {
    return findings_of(kHead + parts + "sections:\n  - plugin: prose\n" + entry);
  };
  const std::string use = "missing-value: `use` names none of the parts";
  CHECK(told("  -\n") == Findings{"/r/report.yaml:6:3 error empty-value: sections[2] is empty"});
  CHECK(told("  - ~\n") == Findings{"/r/report.yaml:6:5 error empty-value: sections[2] is empty"});
  CHECK(told("  - use:\n") == Findings{"/r/report.yaml:6:5 error " + use});
  CHECK(told("  - title: Lost\n    use: null\n") == Findings{"/r/report.yaml:7:10 error " + use});
  CHECK(told("  - { use: , access: { exempt: 3, because: b } }\n") ==
        Findings{"/r/report.yaml:6:7 error " + use});
  CHECK(told("  - use: a\n", "parts: { a: }\n") ==
        Findings{"/r/report.yaml:4:10 error empty-value: parts.a is empty"});
}

TEST_CASE("A line of a section that is left empty is told, and so is that of the status") {
  for (const std::string key : {"id", "title", "owner", "when", "from"}) {
    const std::string empty = ".yaml:6:5 error empty-value: Section \"prose\"." + key + " is empty";
    const std::string entry = "sections:\n  - plugin: prose\n    " + key + ":\n";
    CHECK(findings_of(kHead + entry) == Findings{"/r/report" + empty});
  }
  const std::string section = "sections: [{ plugin: prose }]\n";
  CHECK(findings_of(kHead + "status:\n" + section) ==
        Findings{"/r/report.yaml:4:1 error empty-value: status is empty"});
  CHECK(findings_of(kHead + "parts: { a: { plugin: prose, title: } }\nsections: [{ use: a }]\n") ==
        Findings{"/r/report.yaml:4:30 error empty-value: parts.a.title is empty"});
}

TEST_CASE("A placeholder in place of a section, a part or all sections is told") {
  CHECK(findings_of(kHead + "sections: ((values.all))\n") ==
        Findings{"/r/report.yaml:4:11 error wrong-type: sections should be a list, not "
                 "\"((values.all))\""});
  CHECK(findings_of(kHead + "sections: [((values.one))]\n") ==
        Findings{"/r/report.yaml:4:12 error wrong-type: sections[1] should be a map, not "
                 "\"((values.one))\""});
  CHECK(findings_of(kHead + "parts: { a: ((values.a)) }\nsections: [{ use: a }]\n") ==
        Findings{"/r/report.yaml:4:13 error wrong-type: parts.a should be a map, not "
                 "\"((values.a))\""});
}

TEST_CASE("An empty entry of a list is told, and an empty value of one's own is none") {
  CHECK(findings_of(kHead + "require_approvals: [~, finance]\nstatus: draft\nvalues: { a: }\n"
                            "sections: [{ plugin: prose, when: { values.a: } }]\n") ==
        Findings{"/r/report.yaml:4:21 error empty-value: require_approvals[1] is empty"});
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

TEST_CASE("A part that a lost base may have given is not told as missing") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "based_on: lost.yaml\nsections: [{ use: safety }, { plugin: a, use: b }]\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() ==
        Findings{"/r/report.yaml:4:11 error file-not-found: There is no file \"/r/lost.yaml\"",
                 "/r/report.yaml:5:42 error plugin-and-use: This section gives both `plugin` and "
                 "`use`"});
  CHECK(reading.diagnostics.all()[1].help ==
        "If `use` begins a new section, write - use: …, with the dash below that of the other "
        "sections; else keep `plugin` for a "
        "section of its own, or `use` for one of the parts");
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
      "    id: again\n";
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
        "  title Save lives\n"
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

TEST_CASE("A section is called by its title, else by its id, else by its plugin") {
  CHECK(
      findings_of(kHead + "sections:\n"
                          "  - { plugin: prose, title: Summary, whn: 1 }\n"
                          "  - { plugin: prose, id: news, access: { exempt: 8, because: of it } }\n"
                          "  - { plugin: prose, titel: News }\n") ==
      Findings{"/r/report.yaml:5:38 error unknown-key: Section \"Summary\" has no `whn`",
               "/r/report.yaml:6:50 error wrong-type: Section \"news\".access.exempt should be one "
               "of 1, 2, 3, 4, 5, 6, 7, not \"8\"",
               "/r/report.yaml:7:22 error unknown-key: Section \"prose\" has no `titel`"});
}

TEST_CASE("The help for an exempt paragraph that is none says what the numbers mean") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      kHead + "sections:\n  - { plugin: prose, access: { exempt: 8, because: of it } }\n";
  reading.read("/r/report.yaml");
  REQUIRE(reading.diagnostics.errors() == 1);
  CHECK(reading.diagnostics.all()[0].help.find("3 financial or business affairs") !=
        std::string::npos);
}

TEST_CASE("A key that is misspelt is not told as missing, too") {
  CHECK(findings_of("sheaf: 1\nlanguage: en-GB\ntitel: Report\nsections:\n"
                    "  - { plugn: prose }\n") ==
        Findings{"/r/report.yaml:3:1 error unknown-key: The file has no `titel`",
                 "/r/report.yaml:5:7 error unknown-key: sections[1] has no `plugn`"});
}

TEST_CASE("A title of nothing but spaces is refused as an empty one") {
  Reading reading;
  reading.files.files["/r/report.yaml"] =
      "sheaf: 1\ntitle: \" \"\nlanguage: en-GB\nsections:\n"
      "  - { plugin: prose, title: \"\u00A0\", with: { body: B } }\n";
  reading.read("/r/report.yaml");
  CHECK(reading.findings() ==
        std::vector<std::string>{
            "/r/report.yaml:2:8 error empty-value: title is empty",
            "/r/report.yaml:5:29 error empty-value: Section \"prose\".title is empty"});
}
