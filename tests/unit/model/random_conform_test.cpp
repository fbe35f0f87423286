// Whatever is typed against whatever type ends in a value or in a message.

#include <random>

#include <catch2/catch.hpp>

#include "typed.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Node;
using model::NodeKind;
using model::Type;
using model::TypeKind;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  std::size_t roll(std::size_t sides) { return random_() % sides; }

  Type type(int depth) {
    const auto kind = static_cast<TypeKind>(roll(18));
    Type made = plain(kind);
    const bool holds = kind == TypeKind::List || kind == TypeKind::KeyedChoice;
    if (holds) made.item.push_back(depth > 0 ? type(depth - 1) : plain(TypeKind::Text));
    if (kind == TypeKind::Rows) made.item.push_back(record(depth - 1));
    if (kind == TypeKind::Record) made = record(depth - 1);
    made.choices = {"a", "file", "hands"};
    if (roll(4) == 0) made.limits.least = "2";
    if (roll(4) == 0) made.limits.most = "12";
    if (roll(4) == 0) made.limits.form = "[a-z]+";
    return made;
  }

  Node node(int depth) {
    Node made;
    const auto kinds = depth > 0 ? 5U : 3U;
    made.kind = static_cast<NodeKind>(roll(kinds));
    if (made.is_text()) made.text = word();
    const auto count = made.is_text() || made.is_absent() ? 0 : roll(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (made.kind == NodeKind::Sequence) {
        made.items.push_back(node(depth - 1));
      } else if (const std::string key = word(); !made.find(key)) {
        made.members.push_back({key, {}, node(depth - 1)});
      }
    }
    return made;
  }

 private:
  Type record(int depth) {
    Type made = plain(TypeKind::Record);
    for (const char* name : {"a", "file", "to"}) {
      if (roll(2))
        made.fields.push_back(
            field(name, depth > 0 ? type(depth - 1) : plain(TypeKind::Text), roll(2)));
    }
    if (!made.fields.empty() && roll(3) == 0) made.fields[0].was = {"text", "alt"};
    if (!made.fields.empty() && roll(3) == 0) made.fields[0].fallback = Json::string(word());
    if (!made.fields.empty() && roll(2)) made.shorthand = made.fields[0].name;
    return made;
  }

  std::string word() {
    static const std::vector<std::string> kWords = {
        "a",  "file",     "data", "to",    "text", "alt",        "name", "hands",
        "12", "1,250.50", "2020", "yes",   "off",  "2020-11-25", "é",    "www.a",
        "",   "#a",       " ",    "((a))", "no",   "post"};
    return kWords[roll(kWords.size())];
  }

  std::minstd_rand random_;
};

/// Files, people and data that are there now and then.
struct MoodyHooks final : model::ConformHooks {
  explicit MoodyHooks(Dice& dice, Diagnostics& diagnostics) : dice_(dice), out_(diagnostics) {}
  bool reach_outside() const override { return true; }
  std::optional<Node> read_text(const Node&) override {
    return has() ? std::optional(model::text_node("text", {})) : std::nullopt;
  }
  const Node* read_rows(const Node&) override {
    rows_ = dice_.node(3);
    return has() ? &rows_ : nullptr;
  }
  std::optional<model::Value> find_person(const Node&) override {
    return has() ? std::optional(model::text_value("p", {})) : std::nullopt;
  }
  std::optional<int> read_image(const Node&) override {
    return has() ? std::optional(0) : std::nullopt;
  }

 private:
  bool has() {
    const bool there = dice_.roll(3) != 0;
    if (!there) out_.error("not-there", {}, "It is not there");
    return there;
  }
  Dice& dice_;
  Diagnostics& out_;
  Node rows_;
};

}  // namespace

TEST_CASE("No value is lost without a message, whatever was typed") {
  int values = 0, errors = 0;
  for (unsigned seed = 0; seed < 20'000; ++seed) {
    Dice dice(seed);
    Diagnostics diagnostics;
    MoodyHooks hooks(dice, diagnostics);
    const Type type = dice.type(3);
    const model::Value value = model::conform(dice.node(4), type, "with", hooks, diagnostics);
    if (value.is_absent() && diagnostics.errors() == 0) FAIL("lost at seed " << seed);
    if (!value.is_absent() && dump(value).empty()) FAIL("no dump at seed " << seed);
    values += value.is_absent() ? 0 : 1;
    errors += diagnostics.errors() > 0 ? 1 : 0;
  }
  CHECK(values > 2'000);  // the dice roll good and bad alike
  CHECK(errors > 10'000);
}
