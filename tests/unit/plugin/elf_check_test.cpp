#include "plugin/elf_check.hpp"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <limits>

#include <catch2/catch.hpp>

using sheaf::plugin::find_elf_problem;

namespace {

/// The smallest library that passes: a header, two loadable segments, 4096 bytes.
struct Image {
  Elf64_Ehdr header{};
  Elf64_Phdr segments[2]{};

  Image() {
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_type = ET_DYN;
    header.e_machine = sizeof(void*) == 8 ? this_machine() : 0;
    header.e_phoff = sizeof header;
    header.e_phentsize = sizeof(Elf64_Phdr);
    header.e_phnum = 2;
    segments[0] = {PT_LOAD, PF_R, 0, 0, 0, 1024, 1024, 4096};
    segments[1] = {PT_LOAD, PF_R, 1024, 1024, 1024, 3072, 4096, 4096};
  }
  std::string bytes(std::size_t size = 4096) const {
    std::string bytes(sizeof *this, '\0');
    std::memcpy(bytes.data(), this, sizeof *this);
    bytes.resize(size);
    return bytes;
  }
  std::string problem(std::size_t size = 4096) const {
    return find_elf_problem(bytes(size), size).value_or("none");
  }

  static std::uint16_t this_machine() {
#if defined(__aarch64__)
    return EM_AARCH64;
#else
    return EM_X86_64;
#endif
  }
};

}  // namespace

TEST_CASE("A library whose segments lie in its file passes") { CHECK(Image().problem() == "none"); }

TEST_CASE("Whatever is cut off, the rest is refused") {
  const std::string whole = Image().bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    if (!find_elf_problem(std::string_view(whole).substr(0, size), size))
      FAIL("passes at " << size);
  }
  CHECK(Image().problem(4095) == "is cut off");
}

TEST_CASE("A segment that reaches round the end of the numbers is refused") {
  Image image;
  image.segments[1].p_offset = std::numeric_limits<Elf64_Off>::max() - 16;
  CHECK(image.problem() == "is cut off");
  image.segments[1].p_offset = 1024;
  image.segments[1].p_filesz = std::numeric_limits<Elf64_Xword>::max();
  CHECK(image.problem() == "is cut off");
}

TEST_CASE("Files for other systems are told apart from damaged ones") {
  Image image;
  image.header.e_ident[EI_CLASS] = ELFCLASS32;
  CHECK(image.problem() == "is made for another kind of computer");
  image = Image();
  image.header.e_machine = EM_SPARC;
  CHECK(image.problem() == "is made for another kind of processor");
  image = Image();
  image.header.e_type = ET_REL;
  CHECK(image.problem() == "is no shared library");
  image = Image();
  image.header.e_phoff = std::numeric_limits<Elf64_Off>::max() - 8;
  CHECK(image.problem() == "has damaged headers");
  image = Image();
  image.segments[0].p_memsz = 16;
  CHECK(image.problem() == "has damaged headers");
}

TEST_CASE("What does not begin like a library is none") {
  CHECK(find_elf_problem("Dear Sir or Madam", 17) == "is no library");
  CHECK(find_elf_problem("", 0) == "is no library");
}

TEST_CASE("This program itself, a real file, passes; a folder and a missing file do not") {
  CHECK_FALSE(sheaf::plugin::find_library_problem("/proc/self/exe"));
  CHECK(sheaf::plugin::find_library_problem(SHEAF_BINARY_FOLDER)
            .value()
            .starts_with("cannot be read"));
  CHECK(sheaf::plugin::find_library_problem("/none/at/all.so") == "is missing");
}
