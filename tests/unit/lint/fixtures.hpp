#pragma once
// For each rule a document that it finds fault with and one that it lets pass.

#include <functional>
#include <string>
#include <vector>

#include "lint/lint.hpp"
#include "support/document_builder.hpp"

namespace sheaf::test {

/// A report with one section; texts go into it.
struct Report : DocumentBuilder {
  StructureId section;

  Report() {
    heading(1, "A report");
    section = add(StructureId::Root, ElementKind::Section);
    document.sections.push_back({.section = "part",
                                 .plugin = "prose",
                                 .owner = "A team",
                                 .part = {},
                                 .source = document[section].source});
    heading(2, "A part", section);
  }
  StructureId say(const std::string& words) { return paragraph(words, section); }
};

struct Fixture {
  model::LintRule rule;
  std::string says;  // what it shows
  std::function<void(Report&)> write;
};

const std::vector<Fixture>& failing_fixtures();
const std::vector<Fixture>& passing_fixtures();

/// Knows every word but those with "xq" in them.
class PlainSpeller final : public lint::Speller {
 public:
  bool knows(std::string_view word) override { return word.find("xq") == word.npos; }
  std::vector<std::string> suggest(std::string_view) override { return {"word"}; }
};

/// A policy in which one rule alone is in force, as a warning.
lint::Policy only(model::LintRule rule);

/// What one rule finds.
Diagnostics findings_of(model::LintRule rule, const model::Document& document);

}  // namespace sheaf::test
