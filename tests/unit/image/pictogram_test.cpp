#include "image/pictogram.hpp"

#include <catch2/catch.hpp>

#include "model/block.hpp"

using namespace sheaf::image;

TEST_CASE("Every pictogram is a ground with a drawing that stays inside it") {
  for (const auto name : sheaf::model::pictogram_names()) {
    INFO(name);
    const auto paths = pictogram(name);
    REQUIRE(paths.size() > 2);
    CHECK(paths.front().paint == PathPaint::Fill);
    for (const PictogramPath& path : paths.subspan(1)) {
      CHECK(path.paint == PathPaint::Stroke);
      REQUIRE(path.steps.size() >= 2);
      CHECK(path.steps.front().verb == PathVerb::Move);
      const int margin = 300 + path.stroke_width / 2;  // 3 units of ground all round
      for (const PathStep& step : path.steps) {
        if (step.verb == PathVerb::Close) continue;
        CHECK(step.x >= margin);
        CHECK(step.x <= 4800 - margin);
        CHECK(step.y >= margin);
        CHECK(step.y <= 4800 - margin);
      }
    }
  }
}

TEST_CASE("There is no pictogram of an unknown name") { CHECK(pictogram("hand").empty()); }

TEST_CASE("Path text becomes steps in hundredths of a unit") {
  const auto ground = pictogram("hands").front().steps;
  CHECK(ground.front().x == 900);
  CHECK(ground.back().verb == PathVerb::Close);
}
