#pragma once
// Diagnostics as one line each, for tests: "people/report.yaml:3:5 error unknown-key: …".

#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/diagnostic.hpp"

namespace sheaf::test {

inline std::string finding(const Diagnostic& diagnostic, const SourceMap& sources) {
  const Location place = sources.locate(diagnostic.source);
  return fmt::format("{}:{}:{} {} {}: {}", place.path, place.line, place.column,
                     name_of(diagnostic.severity), diagnostic.id, diagnostic.message);
}

/// "inspection, ofsted-update, Children's Services": section, plugin and owner.
inline std::string names_of(const SectionContext& context) {
  return fmt::format("{}, {}, {}", context.section, context.plugin, context.owner);
}

inline std::vector<std::string> findings(const Diagnostics& diagnostics, const SourceMap& sources) {
  std::vector<std::string> lines;
  for (const Diagnostic& one : diagnostics.all()) lines.push_back(finding(one, sources));
  return lines;
}

}  // namespace sheaf::test
