#include "plugin/check/elf_symbols.hpp"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace sheaf::plugin::check {
namespace {

/// The headers of sections, of which any may lie.
class Sections {
 public:
  explicit Sections(std::string_view bytes) : bytes_(bytes) {
    Elf64_Ehdr header;
    if (!read(0, header) || header.e_shentsize != sizeof(Elf64_Shdr)) return;
    for (std::uint64_t i = 0; i < header.e_shnum; ++i) {
      Elf64_Shdr section;
      if (!read(header.e_shoff + i * sizeof section, section)) break;
      all_.push_back(section);
    }
  }

  const Elf64_Shdr* find(std::uint32_t type) const {
    const auto found = std::ranges::find(all_, type, &Elf64_Shdr::sh_type);
    return found == all_.end() ? nullptr : &*found;
  }
  const Elf64_Shdr* at(std::uint32_t index) const {
    return index < all_.size() ? &all_[index] : nullptr;
  }
  /// Its bytes; none when they lie outside the file.
  std::string_view content(const Elf64_Shdr& section) const {
    if (section.sh_offset > bytes_.size()) return {};
    return bytes_.substr(section.sh_offset, section.sh_size);
  }

 private:
  template <class T>
  bool read(std::uint64_t offset, T& into) const {
    if (offset > bytes_.size() || bytes_.size() - offset < sizeof(T)) return false;
    std::memcpy(&into, bytes_.data() + offset, sizeof(T));
    return true;
  }

  std::string_view bytes_;
  std::vector<Elf64_Shdr> all_;
};

bool is_exported(const Elf64_Sym& symbol) {
  const auto bind = ELF64_ST_BIND(symbol.st_info);
  const auto visibility = ELF64_ST_VISIBILITY(symbol.st_other);
  return symbol.st_shndx != SHN_UNDEF && bind != STB_LOCAL &&
         (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

bool is_imported(const Elf64_Sym& symbol) {
  return symbol.st_shndx == SHN_UNDEF && ELF64_ST_BIND(symbol.st_info) != STB_LOCAL;
}

std::string name_at(std::string_view names, std::size_t offset) {
  if (offset >= names.size()) return {};
  names.remove_prefix(offset);
  return std::string(names.substr(0, names.find('\0')));
}

/// What each sanitizer calls before anything else.
bool is_of_sanitizer(std::string_view name) {
  return name == "__asan_init" || name == "__tsan_init" || name == "__msan_init";
}

/// What writes down which lines ran: GCC's, and clang's two.
bool is_of_coverage(std::string_view name) {
  return name.starts_with("__gcov_") || name.starts_with("llvm_gcda_") ||
         name.starts_with("__llvm_profile_");
}

/// Calls take(symbol, its name) for each of a table.
template <class Take>
void each_symbol(const Sections& sections, const Elf64_Shdr& table, Take take) {
  const Elf64_Shdr* strings = sections.at(table.sh_link);
  const std::string_view names = strings ? sections.content(*strings) : std::string_view();
  const std::string_view bytes = sections.content(table);
  for (std::size_t at = 0; bytes.size() - at >= sizeof(Elf64_Sym); at += sizeof(Elf64_Sym)) {
    Elf64_Sym symbol;
    std::memcpy(&symbol, bytes.data() + at, sizeof symbol);
    take(symbol, name_at(names, symbol.st_name));
  }
}

/// Names that stay within the library are in the table that stripping takes away, if anywhere.
void read_own_symbols(const Sections& sections, const Elf64_Shdr& table, ElfFacts& facts) {
  each_symbol(sections, table, [&](const Elf64_Sym& symbol, std::string_view name) {
    if (symbol.st_shndx != SHN_UNDEF && is_of_coverage(name)) facts.is_measured = true;
  });
}

void read_symbols(const Sections& sections, const Elf64_Shdr& table, ElfFacts& facts) {
  each_symbol(sections, table, [&](const Elf64_Sym& symbol, std::string name) {
    facts.is_sanitized = facts.is_sanitized || is_of_sanitizer(name);
    if (is_exported(symbol)) {
      facts.exported.push_back(std::move(name));
    } else if (is_imported(symbol)) {
      facts.imported.push_back(std::move(name));
    }
  });
  std::ranges::sort(facts.exported);
  std::ranges::sort(facts.imported);
}

}  // namespace

tl::expected<ElfFacts, std::string> read_elf(std::string_view bytes) {
  const Sections sections(bytes);
  const Elf64_Shdr* symbols = sections.find(SHT_DYNSYM);
  if (!symbols) return tl::unexpected<std::string>("has no table of dynamic symbols");
  ElfFacts facts;
  read_symbols(sections, *symbols, facts);
  if (const Elf64_Shdr* own = sections.find(SHT_SYMTAB)) read_own_symbols(sections, *own, facts);
  // The compiler's own start-up code puts one function there, frame_dummy.
  const Elf64_Shdr* constructors = sections.find(SHT_INIT_ARRAY);
  const std::uint64_t count = constructors ? constructors->sh_size / sizeof(void*) : 0;
  facts.constructors = count > 1 ? static_cast<std::size_t>(count - 1) : 0;
  return facts;
}

}  // namespace sheaf::plugin::check
