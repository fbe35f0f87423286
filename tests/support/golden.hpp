#pragma once
// Golden files: what a dump said when someone last looked at it.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace sheaf::test {

/// Compares `text` with tests/golden/<name>. With SHEAF_UPDATE_GOLDEN=1 the file is written anew; a
/// missing one is written too, and fails the test once, so that it is looked at.
inline void check_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path path =
      std::filesystem::path(SHEAF_SOURCE_FOLDER) / "tests" / "golden" / name;
  const char* update = std::getenv("SHEAF_UPDATE_GOLDEN");
  const bool renew = update && std::string(update) == "1";
  const bool missing = !std::filesystem::exists(path);
  if (renew || missing) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  INFO("golden file: " << path.string());
  CHECK((renew || !missing));
  std::ostringstream golden;
  golden << std::ifstream(path, std::ios::binary).rdbuf();
  CHECK(text == golden.str());
}

}  // namespace sheaf::test
