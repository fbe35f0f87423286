#pragma once
// The manifest: what is said about a section without loading it. Built by the compiler from the
// author's descriptions, as JSON, with the parameters as JSON Schema (2020-12).

#include <array>
#include <initializer_list>

#include <sheaf/schema.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// Up to 32 kinds of block: {"table/1", "list/1"}.
class BlockKinds {
 public:
  constexpr BlockKinds() = default;
  constexpr BlockKinds(std::initializer_list<std::string_view> kinds) {
    for (const std::string_view kind : kinds) {
      if (size_ < kMost) kinds_[size_++] = kind;
    }
    fits_ = kinds.size() <= kMost;
  }
  constexpr bool fits() const { return fits_; }
  constexpr const std::string_view* begin() const { return kinds_.data(); }
  constexpr const std::string_view* end() const { return kinds_.data() + size_; }

 private:
  static constexpr std::size_t kMost = 32;
  std::array<std::string_view, kMost> kinds_{};
  std::size_t size_ = 0;
  bool fits_ = true;
};

/// What an author says about a section.
struct SectionInfo {
  std::string_view id;       // the `plugin:` of a layout: lower case, digits, hyphens
  std::string_view version;  // semantic version
  std::string_view title;    // for listings; the layout gives the title that is printed
  std::string_view description = {};
  /// The kinds of block it may write: "table/1". Inline kinds and the parts of a block (row, item,
  /// fact, …) come by themselves. None: any kind.
  BlockKinds blocks = {};
};

template <class Parameters>
constexpr void write_manifest(ManifestText& out, const SectionInfo& info) {
  out.raw("{");
  out.member("id", info.id);
  out.member("version", info.version);
  out.member("title", info.title);
  out.member("description", info.description);
  out.key("generation");
  out.raw("1");
  out.key("blocks");
  out.raw("[");
  for (const std::string_view kind : info.blocks) out.item(kind);
  out.raw("]");
  out.key("parameters");
  out.raw(R"({"$schema":"https://json-schema.org/draft/2020-12/schema",)");
  write_type<Parameters>(out);
  out.raw("}}");
}

template <class Parameters>
constexpr std::size_t manifest_size(const SectionInfo& info) {
  ManifestText out;
  write_manifest<Parameters>(out, info);
  return out.size();
}

template <class Parameters, std::size_t N>
constexpr std::array<char, N> manifest_bytes(const SectionInfo& info) {
  std::array<char, N> bytes{};
  ManifestText out(bytes.data());
  write_manifest<Parameters>(out, info);
  return bytes;
}

/// Lower case, digits and single hyphens, beginning with a letter.
constexpr bool is_section_id(std::string_view id) {
  char last = '-';
  for (const char c : id) {
    const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (!letter && !digit && c != '-') return false;
    if (last == '-' && c == '-') return false;
    last = c;
  }
  return !id.empty() && last != '-' && id[0] >= 'a' && id[0] <= 'z';
}

/// Three numbers without leading zeros, and what Semantic Versioning 2.0.0 lets follow.
constexpr bool is_version(std::string_view version) {
  const std::size_t end = std::min(version.find_first_of("-+"), version.size());
  std::string_view rest = version.substr(0, end);
  int numbers = 0;
  for (bool more = true; more; ++numbers) {
    const std::size_t dot = rest.find('.');
    const std::string_view number = rest.substr(0, dot);
    if (!is_digits(number) || (number.size() > 1 && number[0] == '0')) return false;
    more = dot != std::string_view::npos;
    rest.remove_prefix(more ? dot + 1 : rest.size());
  }
  return numbers == 3 && end + 1 != version.size();
}

constexpr bool is_kind(std::string_view name) {
#define SHEAF_KIND(id, known, place, content, says) \
  if (name == std::string_view(known)) return !name.empty();
#include <sheaf/block_kinds.inc>
  return false;
}
/// The first of .blocks that there is not; else empty.
constexpr std::string_view unknown_kind(const SectionInfo& info) {
  for (const std::string_view kind : info.blocks) {
    if (!is_kind(kind)) return kind.empty() ? " " : kind;
  }
  return {};
}
/// Names the kinds that are declared; what stands within them comes by itself.
template <auto kind>
constexpr bool check_kind() {
#define SHEAF_NAMED_Section(name) " " name
#define SHEAF_NAMED_Free(name) " " name
#define SHEAF_NAMED_Part(name) ""
#define SHEAF_NAMED_Inline(name) ""
#define SHEAF_KIND(id, name, place, content, says) SHEAF_NAMED_##place(name)
  static_assert(sizeof(kind.text) == 1,
                "Sheaf: .blocks names kinds with their revision, as in \"table/1\"; there are"
#include <sheaf/block_kinds.inc>
  );
#undef SHEAF_NAMED_Section
#undef SHEAF_NAMED_Free
#undef SHEAF_NAMED_Part
#undef SHEAF_NAMED_Inline
  return true;
}

}  // namespace sdk_1
}  // namespace sheaf
