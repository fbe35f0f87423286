#include "document/edit_script.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace sheaf;
using document::Edit;

namespace {

using Sequence = std::vector<int>;

/// What the script makes of `before`; fails when it names elements out of order.
Sequence applied(const std::vector<Edit>& script, const Sequence& before, const Sequence& after) {
  Sequence made;
  std::size_t x = 0;
  for (const Edit& edit : script) {
    if (edit.kind != Edit::Kind::Add) CHECK(edit.index == x++);
    if (edit.kind == Edit::Kind::Keep) made.push_back(before.at(edit.index));
    if (edit.kind == Edit::Kind::Add) made.push_back(after.at(edit.index));
  }
  CHECK(x == before.size());
  return made;
}

std::size_t changes(const std::vector<Edit>& script) {
  return static_cast<std::size_t>(std::ranges::count_if(
      script, [](const Edit& edit) { return edit.kind != Edit::Kind::Keep; }));
}

std::size_t longest_common(const Sequence& a, const Sequence& b) {
  std::vector<Sequence> best(a.size() + 1, Sequence(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      best[i][j] =
          a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
  }
  return static_cast<std::size_t>(best[a.size()][b.size()]);
}

}  // namespace

TEST_CASE("Equal sequences are kept, and empty ones are no trouble") {
  CHECK(document::edit_script({}, {}).empty());
  const Sequence some{1, 2, 3};
  CHECK(changes(document::edit_script(some, some)) == 0);
  CHECK(document::edit_script(some, {}).size() == 3);
  CHECK(document::edit_script({}, some).size() == 3);
}

TEST_CASE("What is removed in a place comes before what is added there") {
  const auto script = document::edit_script(Sequence{1, 2, 3, 9}, Sequence{1, 7, 8, 9});
  const std::vector<Edit> wanted{{Edit::Kind::Keep, 0},   {Edit::Kind::Remove, 1},
                                 {Edit::Kind::Remove, 2}, {Edit::Kind::Add, 1},
                                 {Edit::Kind::Add, 2},    {Edit::Kind::Keep, 3}};
  CHECK(script == wanted);
}

TEST_CASE("Scripts of random sequences lead there, and are the shortest") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    Sequence before(random() % 30), after(random() % 30);
    for (int& one : before) one = static_cast<int>(random() % 6);
    for (int& one : after) one = static_cast<int>(random() % 6);
    const auto script = document::edit_script(before, after);
    REQUIRE(applied(script, before, after) == after);
    CHECK(changes(script) == before.size() + after.size() - 2 * longest_common(before, after));
  }
}

TEST_CASE("Long sequences with nothing in common end soon, and lead there all the same") {
  Sequence before(20'000), after(20'000);
  for (std::size_t i = 0; i < before.size(); ++i) {
    before[i] = static_cast<int>(i);
    after[i] = static_cast<int>(i % 100 == 0 ? i : i + 1'000'000);
  }
  const auto script = document::edit_script(before, after);
  CHECK(applied(script, before, after) == after);
}
