#include "base/recent.hpp"

#include <catch2/catch.hpp>

#include <memory>

using namespace sheaf;

namespace {

using Numbers = Recent<std::unique_ptr<int>>;

int* keep(Numbers& kept, const std::string& key, std::size_t bytes) {
  auto* at = kept.keep(key, std::make_unique<int>(1), bytes);
  return at ? at->get() : nullptr;
}

}  // namespace

TEST_CASE("What is kept is found again, at the same address") {
  Numbers kept(1'000'000);
  const int* first = keep(kept, "first", 10);
  REQUIRE(first);
  for (int i = 0; i < 1000; ++i) keep(kept, std::to_string(i), 10);
  REQUIRE(kept.find("first"));
  CHECK(kept.find("first")->get() == first);
  CHECK_FALSE(kept.find("second"));
}

TEST_CASE("What finds no room is left to its maker") {
  Numbers kept(1'000);
  auto large = std::make_unique<int>(7);
  CHECK_FALSE(kept.keep("large", std::move(large), 1'000));
  REQUIRE(large);
  CHECK(*large == 7);
}

TEST_CASE("A build drops what the one before had no use for, once half the room is taken") {
  Numbers kept(10'000);
  keep(kept, "used", 1'000);
  keep(kept, "left", 1'000);
  kept.begin_build();
  kept.begin_build();
  CHECK(kept.find("used"));
  REQUIRE(kept.find("left"));  // there was room enough
  keep(kept, "large", 5'000);
  kept.begin_build();
  kept.find("used");
  kept.begin_build();
  CHECK(kept.find("used"));
  CHECK_FALSE(kept.find("left"));
  CHECK_FALSE(kept.find("large"));
  CHECK(keep(kept, "another", 8'000));  // in the room that was freed
}
