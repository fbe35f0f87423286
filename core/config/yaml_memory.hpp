#pragma once
// What was made of YAML files before. Scanning is most of what reading a layout costs (yaml-cpp
// reads some 7 MB a second), and a program that builds many reports reads the same files each time.

#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "config/remembered.hpp"
#include "model/node.hpp"
#include "model/theme.hpp"

namespace sheaf::config {

/// All that a theme's file says: the bytes of its logo are another file's.
struct CheckedTheme {
  model::Theme theme;
  model::Node logo_file;  // its name as typed; Null for none
};

/// Only of files without a finding. Thread-safe.
class YamlMemory {
 public:
  /// As read_yaml, with places counted from `start`.
  Result<model::Node> read(std::string_view text, SourceId start, Diagnostics& diagnostics);

  bool knows(std::string_view text) const { return trees_.knows(text); }

  /// A theme kept from the same text, with places counted from `start`.
  std::optional<CheckedTheme> theme(std::string_view text, SourceId start) const;
  void keep(std::string_view text, SourceId start, CheckedTheme theme);

 private:
  Remembered<model::Node> trees_;  // places counted from 1
  Remembered<CheckedTheme> themes_;
};

/// Every finding there ever was, to see whether there are more.
inline std::size_t count_of(const Diagnostics& diagnostics) {
  return diagnostics.all().size() + diagnostics.dropped();
}

}  // namespace sheaf::config
