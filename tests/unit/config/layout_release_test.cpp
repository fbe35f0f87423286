// What a layout says of its release: status, approvals, outputs.

#include "layout_reading.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Node;

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
