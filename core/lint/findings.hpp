#pragma once
// What the rules find, placed and bounded before it is reported.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "lint/view.hpp"
#include "model/lint_rule.hpp"

namespace sheaf::lint {

class Findings {
 public:
  Findings(const View& view, const SourceMap& sources) : view_(view), sources_(sources) {}

  /// A finding about an element as a whole. `help` is the rule's own unless given.
  void about(model::LintRule rule, model::StructureId id, std::string message,
             std::string help = {});
  /// A finding about bytes `begin` to `end` of a text. `mended`, if any, may be written in their
  /// place without harm, where they stand as they were typed.
  void about(model::LintRule rule, const TextBlock& block, std::size_t begin, std::size_t end,
             std::string message, std::string help = {}, std::string mended = {});
  void about(model::LintRule rule, const TextBlock& block, const Word& word, std::string message,
             std::string help = {}) {
    about(rule, block, word.begin, word.end, std::move(message), std::move(help));
  }

  /// Where bytes of a text were typed, as near as can be told.
  SourceId place(const TextBlock& block, std::size_t begin, std::size_t end) const;

  /// What was typed where byte `begin` of a text came from and behind it; empty when nobody knows.
  std::string_view typed_near(const TextBlock& block, std::size_t begin) const;

  /// The lines of a text as they were typed, up to a blank one; what follows it may be among them.
  std::vector<std::string_view> typed_lines(const TextBlock& block) const;

  /// Whether `words` stand near where byte `begin` of a text was typed.
  bool stands_near(const TextBlock& block, std::size_t begin, std::string_view words) const;

  /// Where `words` stand at or after `from`; `from` itself when they are not near.
  SourceId typed(SourceId from, std::string_view words) const;

  /// Whether a block is a cell of the layout's data, whose columns may be declared.
  bool is_data_cell(const TextBlock& block) const;

  /// Whether a word was found to be one that shall not stay.
  bool is_unmeant(const TextBlock& block, const Word& word) const;

  /// A finding that never becomes a note of another: it has gathered its places itself.
  void add_apart(model::LintRule rule, model::StructureId id, Diagnostic finding);

  /// How much was found so far, what is not in force included.
  std::size_t count() const { return count_; }

  /// Rule by rule, with advice of a rule in one section as one finding.
  void report(Diagnostics& diagnostics);

 private:
  struct Found {
    Diagnostic finding;
    std::size_t more = 0;  // that went unsaid
  };
  using Group = std::pair<model::StructureId, model::LintRule>;  // a section and a rule

  /// Counts a finding; false where the rule is off, or as many are told of the section as shall be:
  /// to find its place takes time.
  bool is_told(model::LintRule rule, model::StructureId id);
  void add(model::LintRule rule, model::StructureId id, Diagnostic finding);
  /// Fills in what the rule says.
  void complete(model::LintRule rule, model::StructureId id, Diagnostic& finding) const;
  model::LintSeverity severity_of(model::LintRule rule, model::StructureId id) const;

  const View& view_;
  const SourceMap& sources_;
  std::size_t count_ = 0;
  std::vector<Found> found_;
  std::map<Group, std::vector<std::size_t>> groups_;         // indices into found_
  std::map<model::StructureId, std::vector<bool>> unmeant_;  // by byte of a block's text
};

/// "5", "1,234 words".
std::string counted(std::size_t number, std::string_view noun);

/// At most so many characters of a text, and "…" for the rest.
std::string cut_short(std::string_view text, std::size_t most);

/// A text in the message's quotation marks, cut short when it is long.
std::string in_marks(std::string_view text);

}  // namespace sheaf::lint
