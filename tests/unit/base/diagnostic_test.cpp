#include "base/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;

TEST_CASE("Findings inside a section know their section") {
  Diagnostics found;
  {
    const SectionScope scope(found, {"inspection", "ofsted-update", "Children's Services"});
    found.error("wrong-type", {}, "expected a date");
  }
  found.warning("stale", {}, "may be stale");
  CHECK(found.all()[0].context.owner == "Children's Services");
  CHECK(found.all()[1].context == SectionContext{});
  CHECK(found.errors() == 1);
  CHECK(found.warnings() == 1);
}

TEST_CASE("A flood of findings is counted, not kept") {
  Diagnostics found;
  for (std::size_t i = 0; i < Diagnostics::kLimit + 5; ++i) {
    found.error("x", {}, "y").notes.push_back({{}, "kept or not, this is safe"});
  }
  CHECK(found.all().size() == Diagnostics::kLimit);
  CHECK(found.dropped() == 5);
  CHECK(found.errors() == Diagnostics::kLimit + 5);
}
