#pragma once
// Care homes: visits, isolation beds and closures.

#include "parameters.hpp"

namespace asc {

/// Reports figures that cannot be, such as more homes with concerns than homes.
void check(const CareHomes& homes, sheaf::Section& out);

void write_care_homes(const CareHomes& homes, sheaf::Section& out);

}  // namespace asc
