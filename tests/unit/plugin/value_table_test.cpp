#include "plugin/value_table.hpp"

#include <catch2/catch.hpp>

using namespace sheaf;
using model::Value;
using model::ValueKind;

namespace {

Value whole(std::int64_t number) {
  Value value;
  value.kind = ValueKind::Whole;
  value.whole = number;
  return value;
}

Value compound(ValueKind kind, std::vector<Value> items, std::vector<model::NamedValue> members) {
  Value value;
  value.kind = kind;
  value.items = std::move(items);
  value.members = std::move(members);
  return value;
}

struct World {
  Value list = compound(ValueKind::List, {whole(1), whole(2)}, {});
  Value root = compound(ValueKind::Record, {},
                        {{"gone", {}}, {"list", list}, {"text", model::text_value("t", {})}});
  Value context = compound(ValueKind::Record, {}, {{"language", model::text_value("en", {})}});
  plugin::ValueTable table{root, context, 100};
};

}  // namespace

TEST_CASE("Values are reached by index and by name, absent ones are not there") {
  World world;
  const auto table = world.table.flat();
  CHECK(table.count(table.root()) == 2);
  CHECK(table.get(table.root(), "gone") == 0);
  CHECK(table.get(table.root(), "none") == 0);
  const auto list = table.get(table.root(), "list");
  CHECK(table.at(table.root(), 0) == list);
  CHECK(table.name(list) == "list");
  CHECK(table.count(list) == 2);
  CHECK(table.find(table.at(list, 1))->whole == 2);
  CHECK(world.table.find(table.at(list, 1))->whole == 2);
  CHECK(table.at(list, 2) == 0);
}

TEST_CASE("The context stands beside the values") {
  World world;
  const auto table = world.table.flat();
  CHECK(table.text(table.get(table.context(), "language")) == "en");
}

TEST_CASE("The canonical text of a number stays where it is") {
  World world;
  const auto table = world.table.flat();
  const auto one = table.at(table.get(table.root(), "list"), 0);
  const std::string_view text = table.text(one);
  CHECK(text == "1");
  CHECK(world.table.flat().text(one).data() == text.data());
}

TEST_CASE("No number leads outside the table") {
  World world;
  const auto table = world.table.flat();
  for (const std::uint32_t handle : {0U, 1U, 99U, 100U + table.size(), 0xFFFFFFFFU}) {
    CHECK(world.table.find(handle) == nullptr);
    CHECK(table.find(handle) == nullptr);
    CHECK(table.count(handle) == 0);
    CHECK(table.at(handle, 0) == 0);
    CHECK(table.get(handle, "list") == 0);
    CHECK(table.text(handle).empty());
  }
}

TEST_CASE("An image keeps its members to itself") {
  World world;
  const Value image = compound(ValueKind::Image, {}, {{"alt", model::text_value("A picture", {})}});
  const plugin::ValueTable table(image, world.context, 1);
  CHECK(table.flat().count(table.flat().root()) == 0);
}
