#include "model/theme.hpp"

#include <catch2/catch.hpp>

using namespace sheaf::model;

TEST_CASE("Every role has a name of its own by which it is found") {
  for (std::size_t i = 0; i < kRoles; ++i) {
    const auto role = static_cast<Role>(i);
    INFO(name_of(role));
    CHECK(find_role(name_of(role)) == role);
  }
  CHECK(name_of(Role::Heading2) == "heading.2");
  CHECK(name_of(Role::TableHead) == "table.head");
  CHECK(name_of(Role::DraftMark) == "draft-mark");
  CHECK_FALSE(find_role("heading.1"));
  CHECK_FALSE(find_role(""));
}
