#pragma once
// Values of the host into an author's own types, by their descriptions.

#include <sheaf/describe.hpp>

namespace sheaf {
inline namespace sdk_1 {

template <class T>
void read(const Source& from, T& into);

template <class T>
void read_list(const Source& from, std::vector<T>& into) {
  into.resize(from.count());
  for (std::uint32_t i = 0; i < into.size(); ++i) read(from.at(i), into[i]);
}

template <class E>
void read_choice(std::string_view key, E& into) {
  for (const auto& option : describe(Type<E>{}).options) {
    if (option.key == key) into = option.value;
  }
}

template <class T>
void read_keyed(const Source& from, T& into) {
  std::string_view key;
  const Source value = from.at(0, &key);
  read_choice(key, into.key);
  read(value, into.value);
}

template <class T>
void read_record(const Source& from, T& into) {
  const auto read_field = [&](const auto& field) {
    const Source value = from.get(field.name);
    if (value) read(value, into.*field.member);
  };
  std::apply([&](const auto&... fields) { (read_field(fields), ...); }, describe(Type<T>{}).fields);
}

/// The host has checked the values against the manifest, so that every one is of its kind.
template <class T>
void read(const Source& from, T& into) {
  if constexpr (kIsOptional<T>) {
    read(from, into.emplace());
  } else if constexpr (kIsVector<T>) {
    read_list(from, into);
  } else if constexpr (kIsKeyed<T>) {
    read_keyed(from, into);
  } else if constexpr (kIsValue<T>) {
    into = T(from);
  } else if constexpr (std::is_same_v<T, bool>) {
    into = from.whole() != 0;
  } else if constexpr (Chosen<T>) {
    read_choice(from.text(), into);
  } else if constexpr (Recorded<T>) {  // anything else the schema has refused
    read_record(from, into);
  }
}

}  // namespace sdk_1
}  // namespace sheaf
