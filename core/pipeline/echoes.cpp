#include "pipeline/echoes.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace sheaf::pipeline {
namespace {

bool is_doubt(const Diagnostic& one) {
  return one.severity == Severity::Warning && one.id == "hash-in-text";
}

/// Where errors stand that can be cured.
std::set<SourceId> cured_places(const Diagnostics& all) {
  std::set<SourceId> places;
  for (const Diagnostic& one : all.all()) {
    if (one.severity == Severity::Error && !one.fixes.empty()) places.insert(one.source);
  }
  return places;
}

}  // namespace

Diagnostics without_echoes(Diagnostics all) {
  const auto cured = cured_places(all);
  const auto is_echo = [&](const Diagnostic& one) {
    return is_doubt(one) && cured.contains(one.source);
  };
  if (all.dropped() > 0 || std::ranges::none_of(all.all(), is_echo)) return all;
  Diagnostics left;
  for (const Diagnostic& one : all.all()) {
    if (!is_echo(one)) left.report(one);
  }
  return left;
}

}  // namespace sheaf::pipeline
