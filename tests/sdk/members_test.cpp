// Which members of a struct have no field, as the compiler counts them.

#include <sheaf/plugin.hpp>

#include <catch2/catch.hpp>

using namespace sheaf;

namespace {

enum class Colour { Red, Green };
constexpr auto describe(Type<Colour>) {
  return choice(option("red", Colour::Red), option("green", Colour::Green));
}

struct Part {
  Text name;
  Whole count;
};
struct Wide {
  bool yes = false;
  Colour colour = Colour::Green;
  Whole whole{5};
  Decimal decimal;
  Money money;
  Text text = "initial";
  Markdown markdown;
  Date date;
  Day day;
  Timing timing;
  Person person;
  Link link;
  Image image;
  DataTable table;
  Part part;
  Keyed<Colour, Text> keyed{};
  Keyed<Colour, Part> keyed_part;
  std::vector<Text> texts;
  std::vector<Part> parts;
  std::vector<Keyed<Colour, Text>> all_keyed;
  std::vector<std::vector<Whole>> lists;
};
struct MayBe {
  std::optional<bool> yes;
  std::optional<Colour> colour;
  std::optional<Whole> whole;
  std::optional<Decimal> decimal;
  std::optional<Money> money;
  std::optional<Text> text;
  std::optional<Markdown> markdown;
  std::optional<Date> date;
  std::optional<Timing> timing;
  std::optional<Person> person;
  std::optional<DataTable> table;
  std::optional<Part> part;
  std::optional<Keyed<Colour, Part>> keyed;
  std::optional<std::vector<Text>> texts;
  std::optional<std::vector<Part>> parts;
};
struct Node {
  std::vector<Node> nodes;
};
struct Nothing {};

struct Derived : Part {
  Whole more;
};
struct Made {
  explicit Made(int) {}
  Text name;
};
struct Hidden {
  Text name;

 private:
  [[maybe_unused]] Text other;
};

template <class T, std::size_t members>
constexpr bool kHas = !has_more_members<T, members>() && has_more_members<T, members - 1>();

static_assert(kHas<Part, 2>);
static_assert(kHas<Wide, 21>, "of every type that a section takes, with an initial value or none");
static_assert(kHas<MayBe, 15>);
static_assert(kHas<Node, 1>);
static_assert(kHas<const Part, 2>);
static_assert(!has_more_members<Nothing, 0>());
static_assert(!has_more_members<Derived, 1>() && !has_more_members<Derived, 0>(), "cannot tell");
static_assert(!has_more_members<Made, 0>() && !has_more_members<Hidden, 0>(), "cannot tell");

}  // namespace

TEST_CASE("An enumerator without a word is a fault that says which") {
  CHECK(label(Colour::Green) == "green");
  CHECK_THROWS_WITH(label(Colour{2}), "it writes a choice that has no word for its enumerator 2");
  CHECK_THROWS_WITH(key(Colour{-1}), "it writes a choice that has no word for its enumerator -1");
}
