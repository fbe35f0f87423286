#pragma once
// What a library offers to the system's loader and asks of it, read from its bytes: nothing is
// loaded.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace sheaf::plugin::check {

struct ElfFacts {
  std::vector<std::string> exported;  // names that other libraries can bind to, sorted
  std::vector<std::string> imported;  // and those that it asks other libraries for, sorted
  std::size_t constructors = 0;       // functions that run before anything was asked for
  bool is_sanitized = false;          // a sanitizer's are among them, one for each object or more
  bool is_measured = false;  // holds what counts its lines (--coverage), and is not stripped
};

/// Of the bytes of an ELF64 shared library that find_elf_problem() found sound; or what is wrong
/// with it, as the end of a sentence. Whatever the headers say, nothing outside `bytes` is read.
tl::expected<ElfFacts, std::string> read_elf(std::string_view bytes);

}  // namespace sheaf::plugin::check
