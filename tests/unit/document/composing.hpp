#pragma once
// Small reports for the tests of compose.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/compose.hpp"
#include "support/findings.hpp"

namespace sheaf::test {

using model::Block;
using model::BlockKind;
using Attributes = std::vector<model::Attribute>;
using Blocks = std::vector<Block>;

inline Block text(std::string words) {
  Block block;
  block.kind = BlockKind::Text;
  block.text = std::move(words);
  return block;
}

inline Block block(BlockKind kind, Attributes attributes = {}, Blocks children = {}) {
  Block made;
  made.kind = kind;
  made.attributes = std::move(attributes);
  made.children = std::move(children);
  return made;
}

inline Block block(BlockKind kind, std::string words) { return block(kind, {}, {text(words)}); }

inline Block placed(model::Value value) {
  Block made;
  made.kind = BlockKind::Placed;
  made.value = std::move(value);
  return made;
}

/// A value of a kind that is all text.
inline model::Value value(model::ValueKind kind, std::string text, SourceId source = {}) {
  model::Value made = model::text_value(std::move(text), source);
  made.kind = kind;
  return made;
}

inline model::Value date(int year, int month = 0, int day = 0,
                         model::ValueKind kind = model::ValueKind::Date) {
  model::Value made;
  made.kind = kind;
  made.date = {year, month, day};
  return made;
}

inline model::Value record(model::ValueKind kind, std::vector<model::NamedValue> members) {
  model::Value made;
  made.kind = kind;
  made.members = std::move(members);
  return made;
}

/// One report being composed: add sections, then ask for the tree.
struct Composing {
  SourceMap sources;
  Diagnostics diagnostics;
  model::Report report;
  model::Sections sections;

  Composing() {
    report.title = "Report";
    report.language = "en-GB";
    report.source = report.title_source = sources.add("report.yaml", "title: Report\n");
  }

  model::Section& section(std::string id, std::string_view title, Blocks blocks) {
    model::Section made;
    made.id = std::move(id);
    made.plugin = "prose";
    made.source = report.source;
    if (!title.empty()) made.title = title;
    made.blocks = std::move(blocks);
    return sections.emplace_back(std::move(made));
  }

  model::Document compose() { return document::compose(report, sections, sources, diagnostics); }

  /// The dump below the report's own title.
  std::string tree() {
    const std::string all = dump(compose());
    const auto section = all.find("  section\n");
    return section == std::string::npos ? "" : all.substr(section);
  }

  std::vector<std::string> findings() const { return test::findings(diagnostics, sources); }
};

/// The tree of one section without a title, below its own line, and then what was reported.
inline std::string tree_of(Blocks blocks) {
  Composing composing;
  composing.section("part", "", std::move(blocks));
  std::string tree = composing.tree();
  if (!tree.empty()) tree.erase(0, std::string_view("  section\n").size());
  for (const std::string& finding : composing.findings()) tree += finding + "\n";
  return tree;
}

}  // namespace sheaf::test
