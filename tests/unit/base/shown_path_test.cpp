#include "base/shown_path.hpp"

#include <catch2/catch.hpp>

using sheaf::shown_path;

TEST_CASE("A path is shown without detours, and never like an option") {
  CHECK(shown_path("people/../report.yaml") == "report.yaml");
  CHECK(shown_path("/council/report.yaml") == "/council/report.yaml");
  CHECK(shown_path("./--odd/report.yaml") == "./--odd/report.yaml");
  CHECK(shown_path("--set x/report.yaml") == "./--set x/report.yaml");
  CHECK(shown_path("..") == "..");
}
