#pragma once
// Descriptions of an author's own types. One declaration gives typed parameters, the JSON Schema,
// the reference, and messages at the line that was typed.
//
//   enum class State { Open, Closed };
//   constexpr auto describe(sheaf::Type<State>) {
//     return sheaf::choice(sheaf::option("open", State::Open, "Open"),
//                          sheaf::option("closed", State::Closed, "Closed"));
//   }
//   struct Closure { sheaf::Text service; State state; };
//   constexpr auto describe(sheaf::Type<Closure>) {
//     return sheaf::record(sheaf::field("service", &Closure::service, "Service name"),
//                          sheaf::field("state", &Closure::state, "Is it open", "closed"));
//   }

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include <sheaf/limits.hpp>
#include <sheaf/values.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// The tag by which `describe` is found: write it in the namespace of your type.
template <class T>
struct Type {};

template <class T, class Member>
struct Field;
/// Itself. While compiling, stops at what is said wrongly of it (field_checks.hpp).
template <class T, class Member>
constexpr const Field<T, Member>& checked(const Field<T, Member>& field);

// clang-format off
inline void more_than_four_earlier_names() {}  // Sheaf: .was() names up to four earlier names of a field
// clang-format on

/// A key of the layout file, and what is said about it. Each function gives a changed copy, so that
/// they can be chained: field(…).between(1, 5).otherwise("3").
template <class T, class Member>
struct Field {
  using MemberType = Member;
  std::string_view name;
  Member T::*member;
  std::string_view description;
  std::string_view example;  // of text as it is typed; of anything else as JSON
  bool required;
  Limits limits{}, entries{};                   // of the value; of each entry of a list
  std::string_view fallback{};                  // as the example; empty: none
  std::array<std::string_view, 4> old_names{};  // what is empty is none

  /// Of a number or an amount its value, of a date its day, of a Text its length in characters, of
  /// a list the number of its entries.
  constexpr Field at_least(Bound least) const { return limited(limits.at_least(least)); }
  constexpr Field at_most(Bound most) const { return limited(limits.at_most(most)); }
  constexpr Field between(Bound least, Bound most) const {
    return limited(limits.between(least, most));
  }
  /// A Text of at least one character, a list of at least one entry: a key that is given may still
  /// be given an empty text.
  constexpr Field not_empty() const { return at_least(1); }
  /// A Text of this form (pattern.hpp), which `words` tell people: "two letters and a number".
  constexpr Field matching(std::string_view pattern, std::string_view words) const {
    return limited(limits.matching(pattern, words));
  }
  /// Limits of each entry of a list: .each(sheaf::at_most(40)).
  constexpr Field each(const Limits& limits_of_one) const {
    Field made = *this;
    made.entries = limits_of_one;
    return checked(made);
  }
  /// What holds when the key is left out; written as an example is.
  constexpr Field otherwise(std::string_view value) const {
    Field made = *this;
    made.fallback = value;
    made.required = false;
    return checked(made);
  }
  /// An earlier name of the key: it is still taken, with a warning that `sheaf fix` mends. Up to
  /// four.
  constexpr Field was(std::string_view old_name) const {
    Field made = *this;
    std::size_t at = 0;
    while (at < made.old_names.size() && !made.old_names[at].empty()) ++at;
    if (at == made.old_names.size()) return more_than_four_earlier_names(), made;
    made.old_names[at] = old_name;
    return checked(made);
  }

 private:
  constexpr Field limited(const Limits& changed) const {
    Field made = *this;
    made.limits = changed;
    return checked(made);
  }
};

template <class T>
constexpr bool kIsOptional = false;
template <class T>
constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
constexpr bool kIsVector = false;
template <class T>
constexpr bool kIsVector<std::vector<T>> = true;

/// A key of the layout file. A `std::optional` member may be left out, any other must be given.
template <class T, class Member>
constexpr Field<T, Member> field(std::string_view name, Member T::*member,
                                 std::string_view description, std::string_view example = {}) {
  return checked(Field<T, Member>{name, member, description, example, !kIsOptional<Member>});
}

/// A key that may be left out: a list, a bool, a choice or a struct, which then keeps its initial
/// value. Of any other it is for a member that is std::optional or has .otherwise().
template <class T, class Member>
constexpr Field<T, Member> optional_field(std::string_view name, Member T::*member,
                                          std::string_view description,
                                          std::string_view example = {}) {
  return checked(Field<T, Member>{name, member, description, example, false});
}

template <class... Fields>
struct Record {
  std::tuple<Fields...> fields;
  std::string_view short_field{};

  /// The field that a lone text or number fills: `- Wash your hands` for `- { text: … }`.
  constexpr Record shorthand(std::string_view name) const { return {fields, name}; }
};

template <class... Fields>
constexpr Record<Fields...> record(Fields... fields) {
  return {{fields...}};
}

template <class E>
struct Option {
  std::string_view key;
  E value;
  std::string_view label;
};

/// One word of a choice; `label` is what the document prints, else the key.
template <class E>
constexpr Option<E> option(std::string_view key, E value, std::string_view label = {}) {
  return {key, value, label.empty() ? key : label};
}

template <class E, std::size_t N>
struct Choice {
  std::array<Option<E>, N> options;
};

template <class E, class... More>
constexpr Choice<E, 1 + sizeof...(More)> choice(Option<E> first, More... more) {
  return {{first, more...}};
}

/// The same from a list.
template <class E, std::size_t N>
constexpr Choice<E, N> choice_of(const Option<E> (&options)[N]) {
  return {std::to_array(options)};
}

template <class E>
constexpr bool has_word(E value) {
  for (const auto& option : describe(Type<E>{}).options) {
    if (option.value == value) return true;
  }
  return false;
}

/// Throws std::invalid_argument when no option(…) is for this enumerator.
template <class E>
constexpr Option<E> option_of(E value) {
  for (const auto& option : describe(Type<E>{}).options) {
    if (option.value == value) return option;
  }
  const auto number = static_cast<std::int64_t>(value);
  throw std::invalid_argument("it writes a choice that has no word for its enumerator " +
                              std::to_string(number));
}

/// What the document prints for a choice.
template <class E>
constexpr std::string_view label(E value) {
  return option_of(value).label;
}

// How a C++ type is read and described.

template <class T>
constexpr bool kIsKeyed = false;
template <class E, class T>
constexpr bool kIsKeyed<Keyed<E, T>> = true;
template <class T>
constexpr bool kIsValue = std::is_base_of_v<Value, T>;
template <class T>
concept Described = requires { describe(Type<T>{}); };
template <class T>
concept Chosen = std::is_enum_v<T> && Described<T>;
template <class T>
concept Recorded = std::is_class_v<T> && !kIsValue<T> && Described<T>;

}  // namespace sdk_1
}  // namespace sheaf
