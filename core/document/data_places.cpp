#include "document/data_places.hpp"

#include <algorithm>

namespace sheaf::document {

std::vector<SourceId> DataPlaces::all_but(const DataNames& shown) const {
  std::vector<SourceId> others;
  for (const auto& [place, data] : places_) {
    if (!std::ranges::includes(shown, data)) others.push_back(place);
  }
  return others;
}

DataScope::DataScope(const Diagnostics& diagnostics, DataPlaces& places, const DataNames& data)
    : diagnostics_(diagnostics), places_(places), data_(data), before_(diagnostics.all().size()) {}

DataScope::~DataScope() {
  if (data_.empty()) return;
  for (std::size_t i = before_; i < diagnostics_.all().size(); ++i)
    places_.add(diagnostics_.all()[i].source, data_);
}

}  // namespace sheaf::document
