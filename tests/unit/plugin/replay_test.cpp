#include "plugin/host/replay.hpp"

#include <random>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "plugin/host/output_lines.hpp"

using namespace sheaf;
using namespace sheaf::plugin::host;
using plugin::Bridge;
using plugin::Manifest;
using Verdict = Replay::Verdict;

namespace {

/// One section of a plugin `made-up`, whose process says what a test makes it say.
struct Play {
  Manifest manifest;
  model::Value values, context;
  Diagnostics diagnostics;
  Limits limits;
  std::vector<std::string> logged;
  Bridge bridge;
  Replay replay;

  explicit Play(model::Value given = record())
      : manifest{[] {
          Manifest made;
          made.id = "made-up";
          return made;
        }()},
        values{std::move(given)},
        context{record()},
        bridge({manifest, values, context, {}, 1, {}}, diagnostics),
        replay(bridge, limits, [this](std::string_view line) { logged.emplace_back(line); }) {}

  static model::Value record() {
    model::Value value;
    value.kind = model::ValueKind::Record;
    return value;
  }
  Verdict say(FrameType type, const PayloadWriter& payload = {}) {
    return replay.take({type, payload.bytes()});
  }
  std::string finding() const {
    return diagnostics.all().empty() ? std::string() : diagnostics.all().front().id;
  }
};

PayloadWriter numbers(std::uint32_t one, std::uint32_t two) {
  return PayloadWriter().number(one).number(two);
}

constexpr std::uint32_t kParagraph = static_cast<std::uint32_t>(model::BlockKind::Paragraph) + 1;

}  // namespace

TEST_CASE("Calls that come as frames make the blocks that calls in process make") {
  Play play;
  CHECK(play.say(FrameType::Open, numbers(kParagraph, 0)) == Verdict::Taken);
  CHECK(play.say(FrameType::Text, PayloadWriter().rest("Said")) == Verdict::Taken);
  CHECK(play.say(FrameType::Close) == Verdict::Taken);
  CHECK(play.say(FrameType::Log, PayloadWriter().number(1).rest("\x1b[1mheard\n")) ==
        Verdict::Taken);
  CHECK(play.say(FrameType::Result, PayloadWriter().number(0)) == Verdict::Result);
  const auto blocks = play.bridge.finish(play.replay.rc());
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].children.at(0).text == "Said");
  CHECK(play.logged == std::vector<std::string>{" [1mheard"});
  CHECK(play.diagnostics.all().empty());
}

TEST_CASE("What a child cannot say in a frame breaks the contract all the same") {
  const auto [type, payload, finding] = GENERATE(table<FrameType, PayloadWriter, std::string>({
      {FrameType::BadText, {}, "invalid-text"},
      {FrameType::BadAttribute, {}, "invalid-text"},
      {FrameType::Data, {}, "unknown-block"},
      {FrameType::Stale, PayloadWriter().number(std::uint32_t{99}), "stale-value"},
      {FrameType::Open, numbers(9999, 0), "unknown-block"},
      {FrameType::Open, numbers(kParagraph, 99), "stale-value"},
      {FrameType::Close, {}, "unbalanced-blocks"},
      {FrameType::Thrown, PayloadWriter().rest("it broke"), "plugin-exception"},
  }));
  Play play;
  CHECK(play.say(type, payload) == Verdict::Taken);
  CHECK(play.bridge.is_broken());
  CHECK(play.finding() == finding);
}

TEST_CASE("A block without a word that it needs is told at the text that was left empty") {
  const auto told = [](const std::vector<std::string>& names, std::uint32_t origin) {
    model::Value given = Play::record();
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      given.members.push_back({names[i], model::text_value(i % 2 == 0 ? "" : "12", {10 + i})});
    }
    Play play(given);
    play.say(FrameType::Open, numbers(static_cast<std::uint32_t>(model::BlockKind::Facts) + 1, 0));
    play.say(FrameType::Open,
             numbers(static_cast<std::uint32_t>(model::BlockKind::Fact) + 1, origin));
    play.say(FrameType::Attribute, PayloadWriter().text("label").rest(""));
    play.say(FrameType::Close);
    REQUIRE(play.diagnostics.all().size() == 1);
    const Diagnostic& one = play.diagnostics.all().front();
    return fmt::format("{} {}: {}", one.source.offset, one.id, one.message);
  };
  constexpr std::uint32_t kSecond = 4;  // handle: root and context come before the members
  const std::string plugin =
      "bad-attribute: The plugin \"made-up\" wrote a fact without its `label`";
  CHECK(told({"name", "amount"}, kSecond) ==
        "10 bad-attribute: `name` is empty, so the plugin \"made-up\" wrote a fact without its "
        "`label`");
  CHECK(told({"name", "amount", "label"}, kSecond).starts_with("12 bad-attribute: `label` is"));
  CHECK(told({"name", "amount", "unit"}, kSecond) == "11 " + plugin);
  CHECK(told({}, 0) == "0 " + plugin);
}

TEST_CASE("A name that a plugin offers is told as help, and cures what one slip tells from it") {
  const auto told = [](const std::string& typed, const std::string& message) {
    model::Value given = Play::record();
    given.members.push_back({"column", model::text_value(typed, {10})});
    Play play(given);
    play.say(FrameType::Finding, PayloadWriter()
                                     .number(static_cast<std::uint32_t>(SHEAF_ERROR))
                                     .number(3)
                                     .text("")
                                     .rest(message));
    REQUIRE(play.diagnostics.all().size() == 1);
    const Diagnostic& one = play.diagnostics.all().front();
    const std::string cure = one.fixes.empty() ? "" : one.fixes[0].replacement;
    return one.message + "|" + one.help + "|" + cure;
  };
  CHECK(told("paid", "No column; did you mean `Paid`?") == "No column|Did you mean `Paid`?|Paid");
  CHECK(told("pay", "No column; did you mean `Paid`?") == "No column|Did you mean `Paid`?|");
  CHECK(told("paid", "Did you mean `Paid`?") == "Did you mean `Paid`?||");
  CHECK(told("paid", "No column; did you mean `Paid`? Yes") ==
        "No column; did you mean `Paid`? Yes||");
}

TEST_CASE("Frames that are too short, too long or out of place are garbled") {
  for (const FrameType type : {FrameType::Open, FrameType::Place, FrameType::Attribute,
                               FrameType::Finding, FrameType::Log, FrameType::Result}) {
    CHECK(Play().say(type, PayloadWriter().rest("x")) == Verdict::Garbled);
  }
  for (const FrameType type : {FrameType::Load, FrameType::Render, FrameType::Loaded,
                               FrameType::Refused, FrameType{0}, FrameType{77}}) {
    CHECK(Play().say(type) == Verdict::Garbled);
  }
  CHECK(Play().say(FrameType::Result, numbers(0, 0)) == Verdict::Garbled);
}

TEST_CASE("More frames, findings or words than a section may have are a flood") {
  Play frames;
  frames.limits.frames = 10;
  for (int i = 0; i < 10; ++i) CHECK(frames.say(FrameType::Text) == Verdict::Taken);
  CHECK(frames.say(FrameType::Text) == Verdict::Flood);
  Play findings;
  findings.limits.messages = 2;
  const auto finding = PayloadWriter().number(2).number(0).text("an-id").rest("A message");
  CHECK(findings.say(FrameType::Finding, finding) == Verdict::Taken);
  CHECK(findings.say(FrameType::Finding, finding) == Verdict::Taken);
  CHECK(findings.say(FrameType::Finding, finding) == Verdict::Flood);
  Play words;
  words.limits.output = 100;
  const std::string most(100 - OutputLines::kLine, 'x');
  CHECK(words.say(FrameType::Log, PayloadWriter().number(1).rest(most)) == Verdict::Taken);
  CHECK(words.say(FrameType::Log, PayloadWriter().number(1)) == Verdict::Flood);
}

TEST_CASE("No bytes in frames do more than break the section") {
  std::mt19937 random(1);
  int whole = 0;
  for (int run = 0; run < 300; ++run) {
    Play play;
    auto verdict = play.say(FrameType::Open, numbers(kParagraph, 0));
    for (auto left = random() % 10; left > 0 && verdict == Verdict::Taken; --left) {
      std::string payload(random() % 40, '\0');
      for (char& byte : payload)
        byte = static_cast<char>(random() % 7 == 0 ? random() : random() % 3);
      verdict = play.replay.take({static_cast<FrameType>(16 + random() % 20), payload});
    }
    if (verdict == Verdict::Taken) play.say(FrameType::Close);
    if (verdict == Verdict::Taken) play.say(FrameType::Result, PayloadWriter().number(0));
    const auto blocks = play.bridge.finish(play.replay.rc());
    whole += blocks.empty() ? 0 : 1;
    CHECK((!blocks.empty() || play.diagnostics.errors() > 0));
    for (const model::Block& block : blocks) {
      for (const model::Block& text : block.children) CHECK(!find_control_character(text.text));
    }
  }
  CHECK(whole > 0);
  CHECK(whole < 300);
}
