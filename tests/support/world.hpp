#pragma once
// Sheaf as it was built: the real files, the bundled plugins and themes.

#include <fstream>
#include <memory>
#include <string>

#include "pipeline/build.hpp"

namespace sheaf::test {

/// A session on the real file system. Not copied, not moved: the session refers to its files.
struct World {
  std::unique_ptr<FileSystem> files = make_real_file_system();
  pipeline::Session session;

  /// Plugins run in process unless told otherwise.
  explicit World(const plugin::RunnerSetup& runner = {}, const std::vector<Path>& more_plugins = {})
      : session(*files, setup(runner, more_plugins)) {}

  pipeline::Outcome build(const Path& layout, pipeline::Stage last = pipeline::Stage::Pdf) {
    return pipeline::build(session, {layout, {}, last});
  }

 private:
  static pipeline::Session::Setup setup(const plugin::RunnerSetup& runner,
                                        std::vector<Path> plugins) {
    plugins.push_back(Path(SHEAF_BINARY_FOLDER) / "lib/sheaf/plugins");
    pipeline::Session::Setup made{std::move(plugins),
                                  {Path(SHEAF_SOURCE_FOLDER) / "configs/themes"},
                                  Path(SHEAF_BINARY_FOLDER) / "fonts.index"};
    made.runner = runner;
    return made;
  }
};

inline Path example(std::string_view month) {
  return Path(SHEAF_SOURCE_FOLDER) / "examples/nottingham/people" / month / "report.yaml";
}

/// Leaves a PDF where the judges of tests/pdf find it.
inline void leave_pdf(const std::string& name, std::string_view bytes) {
  std::ofstream(Path(SHEAF_PDF_FOLDER) / (name + ".pdf"), std::ios::binary) << bytes;
}

/// What went wrong, a line each, for a failing test.
inline std::string findings_of(const pipeline::Outcome& outcome) {
  std::string text;
  for (const Diagnostic& one : outcome.diagnostics.all()) {
    const Location place = outcome.sources.locate(one.source);
    text += std::string(name_of(one.severity)) + " " + std::string(place.path) + ":" +
            std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + one.message +
            "\n";
  }
  return text;
}

}  // namespace sheaf::test
