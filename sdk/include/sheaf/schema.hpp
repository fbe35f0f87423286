#pragma once
// JSON Schema (2020-12) of an author's own types, by their descriptions. `x-sheaf` says the kind of
// parameter where JSON Schema has no word for it.

#include <sheaf/describe.hpp>
#include <sheaf/manifest_text.hpp>

namespace sheaf {
inline namespace sdk_1 {

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

}  // namespace sdk_1
}  // namespace sheaf
