#pragma once
// Words that stand where somebody still has to write something.

#include <string_view>

namespace sheaf {

/// To be confirmed, announced or decided: as it may be in a draft.
constexpr bool is_promise(std::string_view word) {
  return word == "TBC" || word == "TBA" || word == "TBD";
}

}  // namespace sheaf
