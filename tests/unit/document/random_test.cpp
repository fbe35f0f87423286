// Whatever plugins and authors write, the tree is sound: layout and the PDF writer rely on it.

#include <random>

#include <catch2/catch.hpp>

#include "composing.hpp"
#include "tree_check.hpp"

using namespace sheaf;
using namespace sheaf::test;
using model::Value;
using model::ValueKind;

namespace {

/// The same numbers on every machine: std::mt19937 is fixed by the standard, its distributions are
/// not.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  template <class T, std::size_t size>
  T pick(const T (&choices)[size]) {
    return choices[below(size)];
  }

 private:
  std::mt19937 engine_;
};

std::string markdown(Dice& dice) {
  static constexpr std::string_view kPieces[] = {"# ",
                                                 "## ",
                                                 "- ",
                                                 "1. ",
                                                 "> ",
                                                 "| a | b |\n|---|---|\n",
                                                 "| c | d |\n",
                                                 "|",
                                                 "*",
                                                 "**",
                                                 "_",
                                                 "`",
                                                 "[x](https://x.uk)",
                                                 "[](#y)",
                                                 "[ ](z)",
                                                 "\\\n",
                                                 "  \n",
                                                 "\n",
                                                 "\n",
                                                 "\n\n",
                                                 "    ",
                                                 "<b>",
                                                 "![i](j)",
                                                 "((date))",
                                                 "word ",
                                                 "more words",
                                                 "\"",
                                                 "'",
                                                 "é",
                                                 "שלום",
                                                 "---\n",
                                                 "```\n",
                                                 " ",
                                                 "===\n",
                                                 "\t",
                                                 "<a@x.uk>",
                                                 "&nbsp;"};
  std::string text;
  for (std::size_t n = dice.below(60); n > 0; --n) text += dice.pick(kPieces);
  return text;
}

Value random_value(Dice& dice, int depth) {
  static constexpr ValueKind kKinds[] = {
      ValueKind::Absent, ValueKind::YesNo,  ValueKind::Text, ValueKind::Markdown, ValueKind::Date,
      ValueKind::Money,  ValueKind::Record, ValueKind::Link, ValueKind::Image,    ValueKind::List};
  static constexpr std::string_view kTexts[] = {"", " ", "one", "two \n\n words", "\"q\"", "#x"};
  Value made = value(dice.pick(kKinds), std::string(dice.pick(kTexts)));
  if (made.kind == ValueKind::Markdown) made.text = markdown(dice);
  if (made.kind == ValueKind::Money) made.text = "12.50";
  if (made.kind == ValueKind::Date) made.date = {2020, 11, 25};
  if (made.kind == ValueKind::Image) made.asset = 0;
  if (made.kind == ValueKind::List && depth > 0) {
    for (std::size_t n = dice.below(3); n > 0; --n) {
      made.items.push_back(random_value(dice, depth - 1));
    }
  }
  return made;
}

std::string attribute_value(Dice& dice, std::string_view values) {
  static constexpr std::string_view kTexts[] = {"", " ", "Label", "#care", "https://x.uk"};
  if (values.empty()) return std::string(dice.pick(kTexts));
  const auto bar = values.find('|');
  return std::string(dice.below(2) ? values.substr(0, bar) : values.substr(values.rfind('|') + 1));
}

Block random_block(Dice& dice, BlockKind kind, int depth);

/// Blocks that may stand in `outer`, or in a section.
Blocks random_blocks(Dice& dice, std::optional<BlockKind> outer, int depth) {
  std::vector<BlockKind> allowed;
  for (const auto& rule : model::block_rules()) {
    if (model::may_hold(outer, rule.kind)) allowed.push_back(rule.kind);
  }
  Blocks blocks;
  if (allowed.empty() || depth == 0) return blocks;
  for (std::size_t n = dice.below(5); n > 0; --n) {
    blocks.push_back(random_block(dice, allowed[dice.below(allowed.size())], depth - 1));
  }
  return blocks;
}

Block random_block(Dice& dice, BlockKind kind, int depth) {
  static constexpr std::string_view kTexts[] = {"", " ", "a", " b c ", "d's \"e\"", "שלום\n"};
  Block made = block(kind);
  if (kind == BlockKind::Text) made.text = dice.pick(kTexts);
  if (kind == BlockKind::Placed) made.value = random_value(dice, 2);
  for (const auto& attribute : model::rule_of(kind).attributes) {
    if (!attribute.required && dice.below(2)) continue;
    made.attributes.push_back(
        {std::string(attribute.name), attribute_value(dice, attribute.values)});
  }
  made.children = random_blocks(dice, kind, depth);
  return made;
}

}  // namespace

TEST_CASE("Any Markdown gives a sound tree") {
  for (unsigned seed = 0; seed < 1'000; ++seed) {
    Dice dice(seed);
    Composing composing;
    Value text = value(ValueKind::Markdown, markdown(dice));
    text.replacements = {{"((date))", "*25* <b>"}};
    text.source = composing.sources.add("text.md", text.text);
    composing.section("a", "A", {placed(text)});
    const auto problems = TreeCheck(composing.compose()).run();
    CAPTURE(seed, text.text);
    REQUIRE(problems == std::vector<std::string>{});
  }
}

TEST_CASE("Any blocks that the rules allow give a sound tree") {
  for (unsigned seed = 0; seed < 1'000; ++seed) {
    Dice dice(seed);
    Composing composing;
    composing.section("a", "A", random_blocks(dice, {}, 6));
    composing.section("b", "", random_blocks(dice, {}, 6));
    const auto problems = TreeCheck(composing.compose()).run();
    CAPTURE(seed, dump(composing.sections));
    REQUIRE(problems == std::vector<std::string>{});
  }
}
