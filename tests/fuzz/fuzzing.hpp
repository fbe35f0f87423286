#pragma once
// What the fuzz targets share.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace sheaf::test {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What must hold whatever was read; a broken promise ends the run as a crash does.
inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Every finding says something, and its place can be printed.
inline void check_findings(const Diagnostics& diagnostics, const SourceMap& sources) {
  for (const Diagnostic& one : diagnostics.all()) {
    require(!one.id.empty() && !one.message.empty());
    const Location place = sources.locate(one.source);
    require(place.line == 0 || place.column > 0);
  }
}

}  // namespace sheaf::test

/// libFuzzer calls it with one input after another.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
