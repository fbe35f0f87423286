#include <catch2/catch.hpp>

#include "cli/progress_bar.hpp"

using namespace sheaf;
using cli::progress_text;
using std::chrono::seconds;

TEST_CASE("Progress is a bar and numbers where the end is known") {
  CHECK(progress_text("inspection", 2, 4, seconds(3), 80) ==
        "[##########          ] 2 of 4  inspection (3 s)");
}

TEST_CASE("Progress counts where the end is not known, and names the work before there is any") {
  CHECK(progress_text("pages set", 312, 0, seconds(2), 80) == "312 pages set (2 s)");
  CHECK(progress_text("reading the layout", 0, 0, seconds(1), 80) == "reading the layout (1 s)");
}

TEST_CASE("Progress stays in its line") {
  CHECK(progress_text("inspection", 2, 4, seconds(3), 10) == "[########");
}
