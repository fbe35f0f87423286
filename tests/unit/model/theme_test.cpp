#include "model/theme.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace sheaf::model;

TEST_CASE("Every role has a name of its own") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kRoles; ++i) names.insert(name_of(static_cast<Role>(i)));
  CHECK(names.size() == kRoles);
  CHECK(name_of(Role::Heading2) == "heading.2");
  CHECK(name_of(Role::TableHead) == "table.head");
  CHECK(name_of(Role::DraftMark) == "draft-mark");
}
