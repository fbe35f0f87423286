#pragma once
// A layout in memory, read.

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "config/layout_reader.hpp"
#include "support/findings.hpp"
#include "support/memory_file_system.hpp"

namespace sheaf::test {

inline const std::string kHead = "sheaf: 1\ntitle: Report\nlanguage: en-GB\n";

struct Reading {
  MemoryFileSystem files;
  SourceMap sources;
  Diagnostics diagnostics;
  Result<model::LayoutSpec> spec = failed();

  void read(const Path& path, const config::LayoutOptions& options = {}) {
    spec = config::read_layout(path, options, files, sources, diagnostics);
  }
  std::vector<std::string> findings() const { return test::findings(diagnostics, sources); }
  std::string place(SourceId id) const {
    const Location at = sources.locate(id);
    return fmt::format("{}:{}:{}", at.path, at.line, at.column);
  }
};

/// What a layout of one file is told.
inline std::vector<std::string> findings_of(const std::string& layout) {
  Reading reading;
  reading.files.files["/r/report.yaml"] = layout;
  reading.read("/r/report.yaml");
  return reading.findings();
}

using Findings = std::vector<std::string>;

}  // namespace sheaf::test
