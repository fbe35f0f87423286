#pragma once
// Headings and the links to them: levels, anchors, and the checks that need the whole document.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace sheaf::document {

/// The report's title is level 1. One per document.
class Outline {
 public:
  explicit Outline(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// Keeps a section's id from being taken by another heading.
  void reserve(std::string_view section_id) { anchors_.emplace(section_id); }

  enum class Title { Printed, None };
  /// Headings to come stand below a section's title, or where one would stand.
  void begin_section(Title title, SectionContext context);

  /// The level, 1 to 6, of a heading `relative` levels below the section's title. A skipped level
  /// and one below 6 are errors. `skip_help`: how to mend a skipped one, if not by raising it.
  int level(int relative, SourceId source, std::string_view skip_help = {});
  /// The level of a title, which is what it is by its place.
  int title_level(int level) { return last_ = level; }

  /// A new, unique anchor from a heading's text: "care-homes", "care-homes-2".
  std::string anchor(std::string_view heading);
  /// `anchor` is where links can go.
  void mark(std::string_view anchor) { marked_.emplace(anchor); }

  /// Links to `section_id`, which this edition leaves out, lead to `anchor` and do not name it.
  void lead(std::string_view section_id, std::string_view anchor) {
    stand_ins_.emplace(section_id, anchor);
  }

  /// No link can lead to `section_id`, whose `when` does not hold.
  void leave_out(std::string section_id) { left_out_.insert(std::move(section_id)); }

  /// The address to print for one that was typed: "www.…" gains "https://". Empty, and reported,
  /// when no reader could follow it. "#anchor" is checked at the end.
  std::string target(std::string_view typed, SourceId source);
  /// Reports the links to headings that do not exist.
  void check_links() const;

 private:
  struct Reference {
    std::string anchor;
    SourceId source;
    SectionContext context;
  };

  Diagnostic broken(const Reference& reference) const;

  Diagnostics& diagnostics_;
  SectionContext context_;
  int base_ = 1, last_ = 0;
  std::set<std::string, std::less<>> anchors_, marked_, left_out_;
  std::map<std::string, int> next_number_;  // by heading, for those that are alike
  std::map<std::string, std::string, std::less<>> stand_ins_;
  std::vector<Reference> references_;
};

}  // namespace sheaf::document
