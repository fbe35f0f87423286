#include <thread>

#include "outside.hpp"

using namespace sheaf;
using namespace sheaf::test;
using Catch::Matchers::Contains;
using model::ElementKind;
using model::StructureId;

namespace {

HandMade report_about(std::string_view text) {
  HandMade report;
  const StructureId heading = report.add(ElementKind::Heading, StructureId::Root);
  const StructureId paragraph = report.add(ElementKind::Paragraph, StructureId::Root);
  page::Page& page = report.page();
  page.items.push_back(report.line(HandMade::mark(heading), bold(), text, 56, 80, 20));
  page.items.push_back(report.line(paragraph, text, 56, 120));
  page.destinations.push_back({"top", {pt(56), pt(60)}, "Top", 1});
  return report;
}

std::string id_of(const std::string& file) {
  const auto at = file.rfind("/ID");
  return file.substr(at, file.find(']', at) - at);
}

}  // namespace

TEST_CASE("The same report is the same bytes, with a fresh cache and a warm one") {
  const HandMade report = report_about("Winter readiness 2020");
  const HandMade other = report_about("Something else, with other letters: QXZ");
  auto cache = render::pdf::make_writer_cache();
  const std::string first = report.write(*cache);
  CHECK(other.write(*cache) != first);
  CHECK(report.write(*cache) == first);
  CHECK(report.write() == first);
}

TEST_CASE("Two threads write the same bytes at once") {
  const HandMade report = report_about("Winter readiness 2020");
  const std::string expected = report.write();
  std::array<std::string, 4> files;
  {
    std::vector<std::jthread> threads;
    for (std::string& file : files) {
      threads.emplace_back([&] {
        Diagnostics diagnostics;
        auto cache = render::pdf::make_writer_cache();
        for (int round = 0; round < 3; ++round) {
          file = report.write(*cache, diagnostics).value_or("");
        }
      });
    }
  }
  for (const std::string& file : files) CHECK(file == expected);
}

TEST_CASE("The identifier follows the content") {
  const HandMade report = report_about("Winter readiness 2020");
  HandMade changed = report_about("Winter readiness 2020");
  changed.document.author = "Somebody else";
  CHECK(id_of(report.write()) == id_of(report.write()));
  CHECK(id_of(report.write()) != id_of(changed.write()));
}
