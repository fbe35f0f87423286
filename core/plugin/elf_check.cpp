#include "plugin/elf_check.hpp"

#include <elf.h>

#include <bit>
#include <cstring>
#include <fstream>

namespace sheaf::plugin {
namespace {

static_assert(std::endian::native == std::endian::little, "the headers are compared as they stand");

#if defined(__x86_64__)
constexpr std::uint16_t kMachine = EM_X86_64;
#elif defined(__aarch64__)
constexpr std::uint16_t kMachine = EM_AARCH64;
#else
#error "no ELF machine is known for this processor"
#endif

constexpr std::size_t kHead = 65'536;  // linkers put the program headers right at the start

template <class T>
bool read_at(std::string_view bytes, std::uint64_t offset, T& into) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return false;
  std::memcpy(&into, bytes.data() + offset, sizeof(T));
  return true;
}

/// Does offset + length lie inside size, whatever the numbers are?
bool lies_inside(std::uint64_t offset, std::uint64_t length, std::uint64_t size) {
  return offset <= size && length <= size - offset;
}

std::optional<std::string> find_header_problem(const Elf64_Ehdr& header) {
  if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB) {
    return "is made for another kind of computer";
  }
  if (header.e_machine != kMachine) return "is made for another kind of processor";
  if (header.e_type != ET_DYN) return "is no shared library";
  if (header.e_phentsize != sizeof(Elf64_Phdr)) return "has damaged headers";
  return {};
}

std::optional<std::string> find_segment_problem(const Elf64_Phdr& segment, std::uint64_t size) {
  if (segment.p_type != PT_LOAD && segment.p_type != PT_DYNAMIC) return {};
  if (!lies_inside(segment.p_offset, segment.p_filesz, size)) return "is cut off";
  if (segment.p_filesz > segment.p_memsz) return "has damaged headers";
  return {};
}

}  // namespace

std::optional<std::string> find_elf_problem(std::string_view head, std::uint64_t size) {
  Elf64_Ehdr header;
  if (!head.starts_with(ELFMAG)) return "is no library";
  if (!read_at(head, 0, header)) return "is cut off";
  if (auto problem = find_header_problem(header)) return problem;
  if (!lies_inside(header.e_shoff, std::uint64_t{header.e_shnum} * header.e_shentsize, size)) {
    return "is cut off";  // the section headers come last: the first thing that truncation takes
  }
  for (std::uint64_t i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment;
    if (!read_at(head, header.e_phoff + i * sizeof segment, segment)) return "has damaged headers";
    if (auto problem = find_segment_problem(segment, size)) return problem;
  }
  return {};
}

std::optional<std::string> find_library_problem(const Path& file) {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) return "is missing";
  if (error) return "cannot be read: " + error.message();
  std::ifstream stream(file, std::ios::binary);
  std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(size, kHead)), '\0');
  if (!stream.read(head.data(), static_cast<std::streamsize>(head.size()))) {
    return "cannot be read";
  }
  return find_elf_problem(head, size);
}

}  // namespace sheaf::plugin
