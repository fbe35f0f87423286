#pragma once
// JSON Schema (2020-12) of an author's own types, by their descriptions. `x-sheaf` says the kind of
// parameter where JSON Schema has no word for it.

#include <sheaf/field_checks.hpp>
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

constexpr void write_bound(ManifestText& out, std::string_view keyword, const Bound& bound,
                           Measure measure) {
  if (!bound) return;
  out.key(keyword);
  if (bound.is_whole()) {
    out.number(bound.number());
  } else {
    measure == Measure::Date ? out.string(bound.text()) : out.raw(bound.text());
  }
}

/// JSON Schema has no words for the first and the last date.
constexpr void write_limits(ManifestText& out, const Limits& limits, Measure measure) {
  const bool characters = measure == Measure::Characters, entries = measure == Measure::Entries;
  const bool date = measure == Measure::Date;
  write_bound(out,
              characters ? "minLength"
              : entries  ? "minItems"
              : date     ? "x-minimum"
                         : "minimum",
              limits.least, measure);
  write_bound(out,
              characters ? "maxLength"
              : entries  ? "maxItems"
              : date     ? "x-maximum"
                         : "maximum",
              limits.most, measure);
  if (limits.form.empty()) return;
  out.key("pattern");
  out.string({"^", limits.form, "$"});
  out.member("x-form", limits.form_in_words);
}

template <class T>
constexpr void write_type(ManifestText& out, const Limits& limits = {}, const Limits& entries = {});

template <class E>
constexpr bool has_labels() {
  for (const auto& option : describe(Type<E>{}).options) {
    if (option.label != option.key) return true;
  }
  return false;
}

/// The words of a choice, and what the document prints for them, in the keyword of editors.
template <class E>
constexpr void write_keys(ManifestText& out) {
  out.raw(R"("enum":[)");
  for (const auto& option : describe(Type<E>{}).options) out.item(option.key);
  out.raw("]");
  if (!has_labels<E>()) return;
  out.raw(R"(,"enumDescriptions":[)");
  for (const auto& option : describe(Type<E>{}).options) {
    out.item(option.label == option.key ? std::string_view() : option.label);
  }
  out.raw("]");
}

/// A value as authors write one: text as it is typed, anything else as JSON.
template <class Member>
constexpr void write_typed(ManifestText& out, std::string_view value) {
  is_typed_as_text<Member>() ? out.string(value) : out.raw(value);
}

constexpr void write_initial(ManifestText& out, bool value) {
  out.key("default");
  out.raw(value ? "true" : "false");
}

template <Chosen E>
constexpr void write_initial(ManifestText& out, E value) {
  for (const auto& option : describe(Type<E>{}).options) {
    if (option.value == value) return out.member("default", option.key);
  }
}

template <class F>
constexpr void write_type_of(ManifestText& out, const F& field) {
  out.raw(",");
  write_type<typename F::MemberType>(out, field.limits, field.entries);
  out.raw("}");
}

/// What holds when the field is not given, if that can be told: by .otherwise(), or because a
/// choice, or a yes or no, then keeps its initial value.
template <class T, class Member>
constexpr void write_default(ManifestText& out, const Field<T, Member>& field) {
  if (!field.fallback.empty()) {
    out.key("default");
    write_typed<Member>(out, field.fallback);
  } else if constexpr ((Chosen<Member> || std::is_same_v<Member, bool>)&&MadeByCompiler<T>) {
    if (!field.required) write_initial(out, T{}.*field.member);
  }
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
    write_typed<Member>(out, field.example);
    out.raw("]");
  }
  write_default(out, field);
  write_type_of(out, field);
}

/// The earlier names of a field.
template <class F>
constexpr void write_old_names(ManifestText& out, const F& field) {
  for (const std::string_view old_name : field.old_names) {
    if (old_name.empty()) continue;
    out.key(old_name);
    out.raw("{");
    out.key("description");
    out.string({"Use `", field.name, "`"});
    out.raw(R"(,"deprecated":true)");
    out.member("x-now", field.name);
    write_type_of(out, field);
  }
}

template <class T>
constexpr void write_record(ManifestText& out) {
  constexpr auto description = describe(Type<T>{});
  out.raw(R"("type":"object","x-sheaf":"record","additionalProperties":false,"properties":{)");
  std::apply([&](const auto&... f) { ((write_field(out, f), write_old_names(out, f)), ...); },
             description.fields);
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
constexpr void write_list(ManifestText& out, const Limits& entries) {
  out.raw(Recorded<T> ? R"("type":"array","x-sheaf":"rows","items":{)"
                      : R"("type":"array","x-sheaf":"list","items":{)");
  write_type<T>(out, entries);
  out.raw("}");
}

/// The members of a type's schema, without braces.
template <class T>
constexpr void write_type(ManifestText& out, const Limits& limits, const Limits& entries) {
  if constexpr (kIsOptional<T>) {
    return write_type<typename T::value_type>(out, limits, entries);
  } else if constexpr (kIsVector<T>) {
    write_list<typename T::value_type>(out, entries);
  } else if constexpr (kIsKeyed<T>) {
    write_keyed(out, Type<T>{});
  } else if constexpr (kIsValue<T>) {
    out.raw(T::kSchema);
  } else if constexpr (std::is_same_v<T, bool>) {
    out.raw(R"("type":"boolean","x-sheaf":"yes-no")");
  } else if constexpr (Chosen<T>) {
    out.raw(R"("type":"string","x-sheaf":"choice",)");
    write_keys<T>(out);
  } else if constexpr (Recorded<T> && SoundlyDescribed<T>) {  // anything else has been refused
    write_record<T>(out);
  }
  write_limits(out, limits, measure_of<T>());
}

}  // namespace sdk_1
}  // namespace sheaf
