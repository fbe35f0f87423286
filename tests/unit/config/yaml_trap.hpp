#pragma once
// A mistake in YAML, what is told of it, and what its cure makes of it.

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "config/yaml_reader.hpp"
#include "support/findings.hpp"

namespace sheaf::test {

/// The text with all fixes applied, as `sheaf fix` would write it.
inline std::string mended(const Diagnostics& diagnostics, std::string text, SourceId start) {
  std::vector<Fix> fixes;
  for (const Diagnostic& one : diagnostics.all()) {
    for (const Fix& fix : one.fixes) fixes.push_back(fix);
  }
  std::ranges::sort(fixes, std::ranges::greater{}, &Fix::at);
  std::size_t last = text.size() + 1;
  for (const Fix& fix : fixes) {
    const std::size_t at = fix.at.offset - start.offset;
    if (at >= last) continue;  // two findings with one cure
    last = at;
    REQUIRE(text.substr(at, fix.typed.size()) == fix.typed);
    text.replace(at, fix.typed.size(), fix.replacement);
  }
  return text;
}

struct Trap {
  std::string typed;
  std::string finding;  // place, severity and id; empty for none
  std::string mended;   // what the cure makes of it; empty for no cure
};

inline void check(const Trap& trap) {
  INFO(trap.typed);
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId start = sources.add("x", trap.typed);
  const auto tree = config::read_yaml(sources.text(start), start, diagnostics);
  const auto found = test::findings(diagnostics, sources);
  CHECK((found.empty() ? std::string() : found[0].substr(0, found[0].find(": "))) == trap.finding);
  const std::string after = mended(diagnostics, trap.typed, start);
  CHECK((after == trap.typed ? std::string() : after) == trap.mended);
  if (trap.mended.empty()) return;
  Diagnostics again;
  CHECK(config::read_yaml(after, start, again));
  CHECK(test::findings(again, sources).empty());
}

}  // namespace sheaf::test
