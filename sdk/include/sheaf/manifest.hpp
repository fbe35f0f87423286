#pragma once
// The manifest: what is said about a section without loading it. Built by the compiler from the
// author's descriptions, as JSON, with the parameters as JSON Schema (2020-12).

#include <array>
#include <initializer_list>

#include <sheaf/describe.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// Up to 32 kinds of block: {"table/1", "list/1"}.
class BlockKinds {
 public:
  constexpr BlockKinds() = default;
  constexpr BlockKinds(std::initializer_list<std::string_view> kinds) {
    for (const std::string_view kind : kinds) kinds_[size_++] = kind;
  }
  constexpr const std::string_view* begin() const { return kinds_.data(); }
  constexpr const std::string_view* end() const { return kinds_.data() + size_; }

 private:
  std::array<std::string_view, 32> kinds_{};
  std::size_t size_ = 0;
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

/// Counts the bytes it is given, and keeps them when it has room.
class ManifestText {
 public:
  constexpr explicit ManifestText(char* out = nullptr) : out_(out) {}
  constexpr std::size_t size() const { return size_; }

  constexpr void raw(std::string_view text) {
    for (const char c : text) put(c);
  }
  constexpr void string(std::string_view text) {
    put('"');
    for (const char c : text) escaped(c);
    put('"');
  }
  /// `"key":` after a comma, unless it is the first in its object.
  constexpr void key(std::string_view name) {
    if (last_ != '{') put(',');
    string(name);
    put(':');
  }
  constexpr void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  constexpr void item(std::string_view text) {
    if (last_ != '[') put(',');
    string(text);
  }

 private:
  constexpr void put(char c) {
    if (out_) out_[size_] = c;
    ++size_;
    last_ = c;
  }
  constexpr void escaped(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (c == '"' || c == '\\') {
      put('\\');
      put(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      raw("\\u00");
      put(digits[static_cast<unsigned char>(c) >> 4]);
      put(digits[static_cast<unsigned char>(c) & 15]);
    } else {
      put(c);
    }
  }

  char* out_;
  std::size_t size_ = 0;
  char last_ = '{';
};

/// Is an example of this type typed as text, rather than JSON?
template <class T>
constexpr bool is_typed_as_text() {
  if constexpr (kIsOptional<T>) {
    return is_typed_as_text<typename T::value_type>();
  } else if constexpr (kIsValue<T>) {
    return T::kSchema.find(R"("string")") != std::string_view::npos;
  } else {
    return std::is_enum_v<T>;
  }
}

template <class T>
constexpr void write_type(ManifestText& out);

template <class E>
constexpr void write_keys(ManifestText& out) {
  out.raw(R"("enum":[)");
  for (const auto& option : describe(Type<E>{}).options) out.item(option.key);
  out.raw("]");
}

template <class F>
constexpr void write_field(ManifestText& out, const F& field) {
  using Member = typename F::MemberType;
  out.key(field.name);
  out.raw("{");
  out.member("description", field.description);
  if (!field.example.empty()) {
    out.key("examples");
    out.raw("[");
    is_typed_as_text<Member>() ? out.string(field.example) : out.raw(field.example);
    out.raw("]");
  }
  out.raw(",");
  write_type<Member>(out);
  out.raw("}");
}

template <class T>
constexpr void write_record(ManifestText& out) {
  constexpr auto description = describe(Type<T>{});
  out.raw(R"("type":"object","x-sheaf":"record","additionalProperties":false,"properties":{)");
  std::apply([&](const auto&... fields) { (write_field(out, fields), ...); }, description.fields);
  out.raw(R"(},"required":[)");
  std::apply([&](const auto&... f) { ((f.required ? out.item(f.name) : void()), ...); },
             description.fields);
  out.raw("]");
  if constexpr (!description.short_field.empty()) {
    static_assert(
        std::apply([&](const auto&... f) { return ((f.name == description.short_field) || ...); },
                   description.fields),
        "Sheaf: .shorthand() must name one of the record's fields");
    out.member("x-shorthand", description.short_field);
  }
}

template <class E, class T>
constexpr void write_keyed(ManifestText& out, Type<Keyed<E, T>>) {
  out.raw(R"("type":"object","x-sheaf":"keyed-choice","minProperties":1,"maxProperties":1,)");
  out.raw(R"("propertyNames":{)");
  write_keys<E>(out);
  out.raw(R"(},"additionalProperties":{)");
  write_type<T>(out);
  out.raw("}");
}

template <class T>
constexpr void write_list(ManifestText& out) {
  out.raw(Recorded<T> ? R"("type":"array","x-sheaf":"rows","items":{)"
                      : R"("type":"array","x-sheaf":"list","items":{)");
  write_type<T>(out);
  out.raw("}");
}

/// The members of a type's schema, without braces.
template <class T>
constexpr void write_type(ManifestText& out) {
  if constexpr (kIsOptional<T>) {
    write_type<typename T::value_type>(out);
  } else if constexpr (kIsVector<T>) {
    write_list<typename T::value_type>(out);
  } else if constexpr (kIsKeyed<T>) {
    write_keyed(out, Type<T>{});
  } else if constexpr (kIsValue<T>) {
    out.raw(T::kSchema);
  } else if constexpr (std::is_same_v<T, bool>) {
    out.raw(R"("type":"boolean","x-sheaf":"yes-no")");
  } else if constexpr (Chosen<T>) {
    out.raw(R"("type":"string","x-sheaf":"choice",)");
    write_keys<T>(out);
  } else if constexpr (Recorded<T>) {
    write_record<T>(out);
  } else {
    check_parameter_type<T>();
  }
}

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

/// "table/1"
constexpr bool is_kind_name(std::string_view kind) {
  const auto slash = kind.find('/');
  return slash != 0 && slash != std::string_view::npos && slash + 1 < kind.size();
}

constexpr bool are_kind_names(const SectionInfo& info) {
  for (const std::string_view kind : info.blocks) {
    if (!is_kind_name(kind)) return false;
  }
  return true;
}

}  // namespace sdk_1
}  // namespace sheaf
