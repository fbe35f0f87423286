#pragma once
// Where a layout's files hold what its public edition leaves out, as typed: findings about it are
// not for publication either.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// One per build, not thread-safe.
class WithheldPlaces {
 public:
  /// A file of the layout: its text, the place of its first byte, and what was read of it, or null.
  /// A file that could not be read is withheld whole if it speaks of something exempt.
  void add(std::string_view text, SourceId start, const model::Node* tree);

  /// Whether there is no such place in any file.
  bool empty() const;

  /// Whether something at the place, or beside it on its line, is exempt or may be. Knows sections
  /// whose parts are exempt, and parts that only exempt sections use, once all files were added.
  bool holds(SourceId place) const;

 private:
  /// An entry of a list or map at the top of a file: whole lines, from `begin` up to `end`.
  struct Entry {
    SourceId begin, end;
    std::string name, use;  // of a part; the part that a section takes
    bool exempt, open;      // `open`: says that it is public
  };

  /// How many sections take a part, and how many of them are exempt.
  struct Uses {
    std::size_t all = 0, exempt = 0;
  };

  void keep(Entry entry);
  bool is_for_exempt_sections(std::string_view name) const;
  bool is_withheld(const Entry& entry) const;

  std::vector<Entry> entries_;
  std::set<std::string, std::less<>> exempt_parts_;
  std::map<std::string, Uses, std::less<>> uses_;
};

}  // namespace sheaf::config
