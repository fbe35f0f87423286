// Any bytes as a plugin's manifest or, when they begin as a library does, as its file: parameters
// that can be described to people and editors, segments that lie in the file, or a reason.

#include <elf.h>

#include <cstring>

#include "base/utf8.hpp"
#include "config/json_schema.hpp"
#include "config/type_words.hpp"
#include "fuzzing.hpp"
#include "plugin/check/elf_symbols.hpp"
#include "plugin/elf_check.hpp"
#include "plugin/manifest.hpp"

using namespace sheaf;

namespace {

/// dlopen maps what these say, and reading beyond the file ends the process.
void check_segments(std::string_view bytes) {
  Elf64_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof header);
  for (std::size_t i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment;
    std::memcpy(&segment, bytes.data() + header.e_phoff + i * sizeof segment, sizeof segment);
    if (segment.p_type != PT_LOAD) continue;
    test::require(segment.p_offset <= bytes.size());
    test::require(segment.p_filesz <= bytes.size() - segment.p_offset);
  }
}

void read_library(std::string_view bytes) {
  if (const auto problem = plugin::find_elf_problem(bytes, bytes.size())) {
    return test::require(!problem->empty());
  }
  check_segments(bytes);
  const auto facts = plugin::check::read_elf(bytes);
  test::require(facts || !facts.error().empty());
}

void read_manifest(std::string_view bytes) {
  const auto manifest = plugin::parse_manifest(std::string(bytes));
  if (!manifest)
    return test::require(!manifest.error().empty() && !find_invalid_utf8(manifest.error()));
  test::require(!manifest->id.empty() && manifest->text == bytes);
  const config::PluginSchema schema{manifest->id, manifest->title, manifest->description,
                                    &manifest->parameters};
  test::require(parse_json(write_json(config::layout_json_schema({schema}))).has_value());
  config::type_in_words(manifest->parameters, config::Place::Parameters);
  for (const model::Field& field : manifest->parameters.fields) config::other_form(field);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = test::bytes_of(data, size);
  bytes.starts_with(ELFMAG) ? read_library(bytes) : read_manifest(bytes);
  return 0;
}
