#pragma once
// Findings that say in vaguer words what another says of the same place.

#include "base/diagnostic.hpp"

namespace sheaf::pipeline {

/// The findings without the doubts about a # that was taken as text (`hash-in-text`) where an error
/// at the same place brings a cure of its own: two cures for one slip would be one too many.
Diagnostics without_echoes(Diagnostics all);

}  // namespace sheaf::pipeline
