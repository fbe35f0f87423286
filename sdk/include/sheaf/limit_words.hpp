#pragma once
// Limits in words, the same in Sheaf's own messages and in <sheaf/testing.hpp>.

#include <string>
#include <string_view>

#include <sheaf/limits.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// "1 to 5", "2009 or later", "at least 1 entry", "not empty"; nothing without bounds.
inline std::string range_in_words(Measure measure, std::string_view least, std::string_view most) {
  const std::string from(least), to(most);
  if (from.empty() && to.empty()) return {};
  const bool characters = measure == Measure::Characters, date = measure == Measure::Date;
  if (characters && from == "1" && to.empty()) return "not empty";
  const bool one = (to.empty() ? from : to) == "1";
  const std::string unit = characters                    ? one ? " character" : " characters"
                           : measure == Measure::Entries ? one ? " entry" : " entries"
                                                         : "";
  if (from == to) return from + unit;
  if (to.empty()) return date ? from + " or later" : "at least " + from + unit;
  if (from.empty()) return date ? to + " or earlier" : "at most " + to + unit;
  return from + " to " + to + unit;
}

}  // namespace sdk_1
}  // namespace sheaf
