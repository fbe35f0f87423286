#pragma once
// A look at a library before it is loaded. The loader of the system trusts its file: a truncated
// one ends the process with SIGBUS (dlopen maps what the program headers promise).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_system.hpp"

namespace sheaf::plugin {

/// What is wrong with a file of `size` bytes that begins with `head`, as the end of a sentence ("is
/// cut off"), or nothing: an ELF64 shared library (System V ABI, generic and this processor's
/// supplement) whose loadable segments all lie inside it. `head` holds the program headers. What
/// the other headers say (thread-local storage, relocation) is left to dlopen, which reads them
/// from the segments and refuses a file without any.
std::optional<std::string> find_elf_problem(std::string_view head, std::uint64_t size);

/// The same for a file, of which only the beginning is read.
std::optional<std::string> find_library_problem(const Path& file);

}  // namespace sheaf::plugin
