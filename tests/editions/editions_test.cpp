// Both editions of one layout through the whole house, for the judges and for one another.

#include "pipeline/editions.hpp"

#include <catch2/catch.hpp>

#include "support/golden.hpp"
#include "support/world.hpp"

using namespace sheaf;
using model::Edition;
using pipeline::Stage;

namespace {

const Path kReport = Path(SHEAF_SOURCE_FOLDER) / "tests/editions/report/report.yaml";

pipeline::Outcome built(test::World& world, Edition edition, Stage last = Stage::Pdf) {
  pipeline::Outcome outcome = pipeline::build(world.session, {kReport, {{}, {}, edition}, last});
  INFO(test::findings_of(outcome));
  CHECK(outcome.ok());
  return outcome;
}

}  // namespace

TEST_CASE("Both editions are sound PDFs with names of their own", "[pdf]") {
  test::World world;
  const pipeline::Outcome open = built(world, Edition::Public);
  CHECK(open.outputs.front().name == "report-report-draft");
  CHECK(pipeline::edition_text(open) == "public edition, without 2 exempt sections");
  test::leave_pdf("edition-public", open.pdf);
  const pipeline::Outcome whole = built(world, Edition::Exempt);
  CHECK(whole.outputs.front().name == "report-report-draft-exempt");
  CHECK(pipeline::edition_text(whole) == "exempt edition: not for publication");
  test::leave_pdf("edition-exempt", whole.pdf);
}

TEST_CASE("The editions' documents are as approved") {
  test::World world;
  for (const Edition edition : {Edition::Public, Edition::Exempt}) {
    const std::string name(model::name_of(edition));
    const pipeline::Outcome outcome = built(world, edition, Stage::Document);
    test::check_golden("editions/" + name + ".document.txt", dump(*outcome.document));
  }
}

TEST_CASE("The mark stands at the head of every page of the exempt edition only") {
  test::World world;
  const std::string mark = "NOT FOR PUBLICATION: paragraphs 1, 3 and 4 of";
  CHECK(built(world, Edition::Exempt, Stage::Pages).pages.find(mark) != std::string::npos);
  CHECK(built(world, Edition::Public, Stage::Pages).pages.find("PUBLICATION") == std::string::npos);
}

TEST_CASE("A public edition has the same bytes after an exempt one in the same session") {
  test::World fresh, warm;
  const std::string alone = built(fresh, Edition::Public).pdf;
  built(warm, Edition::Exempt);
  CHECK((built(warm, Edition::Public).pdf == alone));
}

TEST_CASE("Checking both editions tells the mistakes of each once") {
  test::World world;
  const pipeline::Outcome outcome =
      pipeline::build_editions(world.session, {kReport, {}, Stage::Pdf});
  INFO(test::findings_of(outcome));
  CHECK(outcome.diagnostics.all().empty());
  CHECK(outcome.edition == Edition::Exempt);
}
