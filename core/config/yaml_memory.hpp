#pragma once
// Trees of YAML files read before. Scanning is most of what reading a layout costs (yaml-cpp reads
// some 7 MB a second), and a program that builds many reports reads the same layout each time.

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/node.hpp"

namespace sheaf::config {

/// Remembers by text, so it never needs to be told of a change; only files without a finding.
/// Forgets everything beyond 16 MB of text. Thread-safe.
class YamlMemory {
 public:
  /// As read_yaml, with places counted from `start`.
  Result<model::Node> read(std::string_view text, SourceId start, Diagnostics& diagnostics);

 private:
  const model::Node* find(std::string_view text);
  void keep(std::string_view text, const model::Node& tree);

  std::mutex mutex_;
  std::map<std::string, model::Node, std::less<>> trees_;  // places counted from 1
  std::size_t bytes_ = 0;
};

}  // namespace sheaf::config
