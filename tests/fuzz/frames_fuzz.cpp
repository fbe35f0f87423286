// Any bytes that a plugin's process may send, through all of the engine's side: two sections that
// come to an end, with blocks that hold or with an error. The first byte says how the process ends.

#include "base/utf8.hpp"
#include "fuzzing.hpp"
#include "plugin/host/line.hpp"
#include "support/lent_child.hpp"

using namespace sheaf;
using namespace sheaf::plugin;

namespace {

constexpr int kMostRounds = 100;  // of the engine's loop; each takes 64 KiB, or an end
constexpr int kDepth = 64;        // of blocks: BlockLimits

/// What a section is written from: a value of every sort that a frame can name.
model::Value values() {
  model::Value markdown = model::text_value("Some *words*", {});
  markdown.kind = model::ValueKind::Markdown;
  model::Value list, whole, record;
  list.kind = model::ValueKind::List;
  list.items = {model::text_value("one", {}), model::text_value("two", {})};
  whole.kind = model::ValueKind::Whole;
  whole.whole = 119;
  record.kind = model::ValueKind::Record;
  record.members = {{"text", model::text_value("a text", {})},
                    {"markdown", markdown},
                    {"list", list},
                    {"whole", whole}};
  return record;
}

/// The engine around the child. No program is started: children are lent that the target made.
struct Engine {
  RunnerSetup setup;
  host::Children children{setup};
  Manifest manifest;
  model::Report report;
  model::ReportSection section{.id = "the-section", .plugin = "made-up", .with = values()};
  Work work{report, {}, {}};

  Engine() {
    setup.limits.frames = 300;
    setup.limits.messages = 8;
    setup.limits.output = 2'000;
    setup.log = [](std::string_view, std::string_view line) {
      test::require(!find_invalid_utf8(line) && !find_control_character(line));
    };
    manifest.id = section.plugin;
    manifest.library = "/made-up.so";
  }
};

/// It prints what it sends, too.
void run(host::Line& line, test::LentChild child, std::string_view said, std::uint8_t how) {
  line.begin();
  child.send(said);
  child.print(said);
  how == 0 ? child.vanish() : child.end(how < 128 ? how : (how - 128) << 8);
  for (int round = 0; !line.is_done(); ++round) {
    test::require(round < kMostRounds);
    std::vector<pollfd> events;
    line.add_events(events);
    ::poll(events.data(), events.size(), -1);
    line.serve(events.data());
    line.look_at(host::Clock::now());
    line.begin();
  }
}

void check_blocks(const std::vector<model::Block>& blocks, int depth) {
  test::require(blocks.empty() || depth <= kDepth);
  for (const model::Block& block : blocks) {
    test::require(!find_invalid_utf8(block.text) && !find_control_character(block.text));
    check_blocks(block.children, depth + 1);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static Engine engine;
  const model::Value context = context_of(engine.report);
  const Job job{&engine.section, &engine.manifest};
  SectionWork one(job, context), two(job, context);
  std::string problem;
  host::Line line({engine.children, engine.setup, engine.work, problem}, engine.manifest);
  line.add(one);
  line.add(two);
  run(line, {engine.children, engine.manifest, engine.work.root},
      test::bytes_of(data + 1, size - 1), data[0]);
  Diagnostics diagnostics;
  const model::Sections sections{one.settle(diagnostics), two.settle(diagnostics)};
  for (const model::Section& section : sections) check_blocks(section.blocks, 0);
  model::dump(sections);
  test::check_findings(diagnostics, SourceMap());
  for (const Diagnostic& finding : diagnostics.all()) {
    test::require(!find_invalid_utf8(finding.message + finding.help));
    for (const Note& note : finding.notes) test::require(!find_invalid_utf8(note.text));
  }
  return 0;
}
