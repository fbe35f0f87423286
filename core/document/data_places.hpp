#pragma once
// Where findings speak of the layout's data, wherever they stand: the rows of a query have no place
// but the query's, and what is wrong with a figure is told where the figure is asked for.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace sheaf::document {

using DataNames = std::set<std::string, std::less<>>;

/// What a public edition may not show of its data, as no public section shows it.
struct WithheldData {
  std::vector<SourceId> file_names;  // places that name files: nothing in these files may be shown
  std::vector<SourceId> places;      // nor what a finding at, or with a note at, exactly these says
};

/// One per build, not thread-safe.
class DataPlaces {
 public:
  /// What is told at a place speaks of the data, unless it is known to speak of other data.
  void add(SourceId place, const DataNames& data) { places_.try_emplace(place, data); }

  /// The places that speak of any data but `shown`.
  std::vector<SourceId> all_but(const DataNames& shown) const;

 private:
  std::map<SourceId, DataNames> places_;
};

/// While it lives, what is reported speaks of some data: of those of the innermost scope.
class DataScope {
 public:
  /// All are borrowed.
  DataScope(const Diagnostics& diagnostics, DataPlaces& places, const DataNames& data);
  ~DataScope();
  DataScope(const DataScope&) = delete;
  DataScope& operator=(const DataScope&) = delete;

 private:
  const Diagnostics& diagnostics_;
  DataPlaces& places_;
  const DataNames& data_;
  std::size_t before_;
};

}  // namespace sheaf::document
