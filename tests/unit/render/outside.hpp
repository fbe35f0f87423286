#pragma once
// Outside tools as witnesses of what a PDF says.

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "hand_made.hpp"

namespace sheaf::test {

/// What a shell command prints, errors included.
inline std::string output_of(const std::string& command) {
  std::string output;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
      popen(("LC_ALL=C.UTF-8 " + command + " 2>&1").c_str(), "r"), pclose);
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> block;
  for (std::size_t size; (size = std::fread(block.data(), 1, block.size(), pipe.get())) > 0;) {
    output.append(block.data(), size);
  }
  return output;
}

/// Structure and text in reading order, as poppler reads them.
inline std::string structure_of(const std::string& path) {
  return output_of("pdfinfo -struct-text " + path);
}

/// The file with its streams inflated, for questions about single operators.
inline std::string inflated(const std::string& path) {
  return output_of("qpdf --qdf --object-streams=disable " + path + " -");
}

inline int count(std::string_view text, std::string_view wanted) {
  int found = 0;
  for (auto at = text.find(wanted); at != text.npos; at = text.find(wanted, at + wanted.size())) {
    ++found;
  }
  return found;
}

}  // namespace sheaf::test
