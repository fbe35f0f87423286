#include <catch2/catch.hpp>

#include "config/layout_reader.hpp"
#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

using namespace sheaf;
using model::Edition;
using model::SectionSpec;

namespace {

using Findings = std::vector<std::string>;

/// A layout of the sections given, read for one edition.
struct Reading {
  test::MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  Result<model::LayoutSpec> spec = failed();

  explicit Reading(const std::string& sections, Edition edition = Edition::Public) {
    files.files["/r/team.yaml"] = "body: Written by the team\n";
    files.files["/r/report.yaml"] = "sheaf: 1\ntitle: Report\nlanguage: en-GB\n" + sections;
    spec = config::read_layout("/r/report.yaml", {{}, {}, edition}, files, sources, diagnostics);
  }

  const SectionSpec& section(std::size_t index = 0) const { return spec->sections.at(index); }
  Findings findings() const { return test::findings(diagnostics, sources); }
};

std::string exempt(const std::string& access) {
  return "sections:\n  - plugin: prose\n    access: " + access + "\n";
}

}  // namespace

TEST_CASE("Several paragraphs without brackets are told, and put into them") {
  const Reading reading(exempt("\n      exempt: 1, 3\n      because: it names prices"));
  CHECK(
      reading.findings() ==
      Findings{"/r/report.yaml:7:15 error wrong-type: Section \"prose\".access.exempt should be a "
               "list in brackets, not \"1, 3\""});
  REQUIRE(reading.diagnostics.all()[0].fixes.size() == 1);
  CHECK(reading.diagnostics.all()[0].fixes[0].replacement == "[1, 3]");
}

TEST_CASE("A section is public unless it says otherwise") {
  const Reading silent("sections: [{ plugin: prose }]\n");
  CHECK_FALSE(silent.section().exemption);
  const Reading open(exempt("public"));
  CHECK(open.findings() == Findings{});
  CHECK_FALSE(open.section().exemption);
}

TEST_CASE("An exempt section names its paragraphs and the public interest reason") {
  const Reading one(exempt("{ exempt: 3, because: prices are open, public_title: Land }"));
  CHECK(one.findings() == Findings{});
  REQUIRE(one.section().exemption);
  CHECK(one.section().exemption->paragraphs == std::vector{3});
  CHECK(one.section().exemption->because.text == "prices are open");
  CHECK(one.section().exemption->public_title.text == "Land");
  const Reading several(exempt("{ exempt: [5, 1, 5], because: it is legal advice }"));
  CHECK(several.findings() == Findings{});
  CHECK(several.section().exemption->paragraphs == std::vector{1, 5});
}

TEST_CASE("What the exemption lacks is asked for") {
  CHECK(Reading(exempt("{ exempt: 3 }")).findings() ==
        Findings{
            "/r/report.yaml:6:13 error missing-value: An exempt section needs `because`: why the "
            "public interest lies in withholding it"});
  CHECK(Reading(exempt("{ because: prices are open }")).findings() ==
        Findings{"/r/report.yaml:6:13 error missing-value: An exempt section needs `exempt`: the "
                 "paragraph of Schedule 12A that makes it exempt"});
  CHECK(Reading(exempt("")).findings() ==
        Findings{"/r/report.yaml:6:5 error empty-value: Section \"prose\".access is empty"});
}

TEST_CASE("A reason or a heading for the public of nothing but spaces is refused as an empty one") {
  for (const std::string blank : {"\"\"", "\" \"", "\"\u00A0 \""}) {
    INFO(blank);
    CHECK(Reading(exempt("{ exempt: 3, because: " + blank + " }")).findings() ==
          Findings{"/r/report.yaml:6:35 error empty-value: Section \"prose\".access.because is "
                   "empty"});
    CHECK(Reading(exempt("{ exempt: 3, because: so, public_title: " + blank + " }")).findings() ==
          Findings{"/r/report.yaml:6:53 error empty-value: Section \"prose\".access.public_title "
                   "is empty"});
  }
}

TEST_CASE("A heading for the public that is begun and not given is refused") {
  CHECK(Reading(exempt("{ exempt: 3, because: so, public_title: }")).findings() ==
        Findings{"/r/report.yaml:6:39 error empty-value: `public_title` is empty"});
}

TEST_CASE("Only paragraphs 1 to 7 of Part 1 exempt a section, and only words that are known") {
  CHECK(Reading(exempt("{ exempt: 8, because: so }")).findings() ==
        Findings{"/r/report.yaml:6:23 error wrong-type: Section \"prose\".access.exempt should be "
                 "one of 1, 2, "
                 "3, 4, 5, 6, 7, not \"8\""});
  CHECK(Reading(exempt("exempt")).findings() ==
        Findings{"/r/report.yaml:6:13 error wrong-type: Section \"prose\".access should be public "
                 "or a map, not "
                 "\"exempt\""});
  CHECK(Reading(exempt("((values.access))")).findings() ==
        Findings{
            "/r/report.yaml:6:13 error access-placeholder: Whether a section is exempt cannot come "
            "from a placeholder"});
}

TEST_CASE("A mistake in `access` never publishes the section") {
  for (const std::string access :
       {"exempt", "{ exempt: 8, because: so }", "((values.access))", "{}", "", "[public]"}) {
    const Reading reading("sections:\n  - plugin: prose\n    title: Secret\n    access: " + access +
                          "\n");
    INFO(access);
    REQUIRE(reading.spec);
    CHECK(reading.section().is_withheld());
    CHECK(reading.section().title.is_absent());
  }
}

TEST_CASE("The public edition keeps of an exempt section only what its notice needs") {
  const std::string sections =
      "sections:\n"
      "  - id: secret\n"
      "    plugin: prose\n"
      "    title: Secret\n"
      "    owner: Property\n"
      "    from: team.yaml\n"
      "    when: { meeting.public: true }\n"
      "    review_by: 2020-12-01\n"
      "    access: { exempt: 3, because: prices are open }\n"
      "    with: { more: words }\n";
  const Reading open(sections);
  CHECK(open.findings() == Findings{});
  const SectionSpec& section = open.section();
  CHECK(section.is_withheld());
  CHECK(section.id == "secret");
  CHECK(section.when.find("meeting.public"));
  CHECK(section.title.is_absent());
  CHECK(section.owner.empty());
  CHECK(section.review_by.is_absent());
  CHECK(section.with.members.empty());
  const Reading whole(sections, Edition::Exempt);
  CHECK_FALSE(whole.section().is_withheld());
  CHECK(whole.section().with.find("body"));
}

TEST_CASE("The public edition does not read the files that exempt sections name") {
  const std::string sections =
      "parts:\n  hidden: { plugin: prose, from: none.yaml, access: { exempt: 1, because: so } }\n"
      "sections:\n"
      "  - use: hidden\n"
      "  - { plugin: prose, from: none-either.yaml, access: { exempt: 2, because: so } }\n";
  CHECK(Reading(sections).findings() == Findings{});
  CHECK(Reading(sections, Edition::Exempt).findings().size() == 2);
}

TEST_CASE("Of what an exempt section shows, the public edition keeps names of data alone") {
  const Reading open(
      "parts:\n"
      "  costs: { plugin: prose, with: { note: Secret, rows: { data: costs } } }\n"
      "sections:\n"
      "  - use: costs\n"
      "    access: { exempt: 3, because: prices are open }\n"
      "    with: { body: Secret, lists: [{ of: { data: offers } }, Secret], any: { data: [a] } "
      "}\n");
  CHECK(open.findings() == Findings{});
  const model::Node& with = open.section().with;
  REQUIRE(with.members.size() == 2);
  CHECK(with.find("rows")->find("data")->text == "costs");
  const model::Node& lists = *with.find("lists");
  REQUIRE(lists.items.size() == 1);
  CHECK(lists.items[0].find("of")->find("data")->text == "offers");
}

TEST_CASE("A part's access holds for its sections unless they say otherwise") {
  const std::string parts =
      "parts:\n  hidden: { plugin: prose, access: { exempt: 1, because: so }, with: { body: B } "
      "}\n";
  const Reading kept(parts + "sections:\n  - use: hidden\n");
  CHECK(kept.section().is_withheld());
  const Reading narrowed(parts +
                         "sections:\n  - { use: hidden, access: { because: names are in it } }\n");
  CHECK(narrowed.findings() == Findings{});
  CHECK(narrowed.section().exemption->paragraphs == std::vector{1});
  CHECK(narrowed.section().exemption->because.text == "names are in it");
  const Reading opened(parts + "sections:\n  - { use: hidden, access: public }\n");
  CHECK_FALSE(opened.section().exemption);
  CHECK(opened.section().with.find("body"));
}

TEST_CASE("The number in a public section's default id does not tell of an exempt one") {
  const std::string sections =
      "sections:\n"
      "  - { plugin: prose, access: { exempt: 1, because: so } }\n"
      "  - { plugin: prose }\n";
  for (const Edition edition : {Edition::Public, Edition::Exempt}) {
    const Reading reading(sections, edition);
    CHECK(reading.section(1).id == "prose");
    CHECK(reading.section(0).id == "prose-2");
  }
}
