#pragma once
// What a description may say. A mistake in it stops the compiler at a function that is named after
// the mistake; on the way there the compiler tells the author's line, with the field's name.

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <sheaf/describe.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// What limits of this type are about.
template <class T>
constexpr Measure measure_of() {
  if constexpr (kIsOptional<T>) {
    return measure_of<typename T::value_type>();
  } else if constexpr (kIsVector<T>) {
    return Measure::Entries;
  } else if constexpr (std::is_same_v<T, Text>) {
    return Measure::Characters;
  } else if constexpr (std::is_same_v<T, Whole>) {
    return Measure::Whole;
  } else if constexpr (std::is_same_v<T, Decimal> || std::is_same_v<T, Money>) {
    return Measure::Decimal;
  } else if constexpr (std::is_base_of_v<Date, T>) {
    return Measure::Date;
  } else {
    return Measure::Nothing;
  }
}

/// What limits of a list's entries are about.
template <class T>
constexpr Measure measure_of_entries() {
  if constexpr (kIsOptional<T>) {
    return measure_of_entries<typename T::value_type>();
  } else if constexpr (kIsVector<T>) {
    return measure_of<typename T::value_type>();
  } else {
    return Measure::Nothing;
  }
}

/// Only texts have a form.
constexpr bool takes_form(Measure measure, const Limits& limits) {
  return limits.form.empty() || measure == Measure::Characters;
}

/// One of the words of a choice; of anything else, true.
template <class T>
constexpr bool is_word_of(std::string_view value) {
  if constexpr (kIsOptional<T>) {
    return is_word_of<typename T::value_type>(value);
  } else if constexpr (Chosen<T>) {
    for (const auto& option : describe(Type<T>{}).options) {
      if (option.key == value) return true;
    }
    return false;
  } else {
    return true;
  }
}

/// Is this a value of the type? What is neither a number, a date, a choice nor a yes or no is left
/// to `sheaf plugin check`.
template <class T>
constexpr bool is_value_of(std::string_view value) {
  switch (measure_of<T>()) {
    case Measure::Whole: return is_whole(value);
    case Measure::Decimal: return is_decimal(value);
    case Measure::Date: return is_iso_date(value);
    default: break;
  }
  const bool is_yes_no = std::is_same_v<T, bool> || std::is_same_v<T, std::optional<bool>>;
  return !is_yes_no || value == "true" || value == "false";
}

/// Empty, or a value of the field within its limits. Of the words of a choice see
/// check_in_record().
template <class Member>
constexpr bool takes(const Limits& limits, std::string_view value) {
  constexpr Measure measure = measure_of<Member>();
  if (value.empty() || measure == Measure::Entries) return true;
  return is_value_of<Member>(value) && allows(limits, measure, value);
}

// What the compiler says, with the line: none of these can be called while compiling.
// clang-format off
inline void key_is_no_name() {}                     // Sheaf: a key of the layout file is letters, digits, _ and -, as in first_day
inline void number_or_text_is_not_of_sheaf() {}     // Sheaf: a number is a sheaf::Whole, sheaf::Decimal or sheaf::Money, and text is a sheaf::Text, not a pointer
inline void matching_is_for_texts() {}              // Sheaf: .matching() is for a Text; for each Text of a list, .each(matching(…))
inline void each_is_for_lists() {}                  // Sheaf: .each() is for lists of numbers, amounts, dates or texts
inline void limits_do_not_suit_the_field() {}       // Sheaf: limits are for numbers, amounts, dates, the length of a Text and the entries of a list: a whole number, of amounts also "0.5", of dates "2020-02"; the first is not above the last
inline void form_is_not_understood() {}             // Sheaf: .matching() takes what <sheaf/pattern.hpp> says, without ^, $, groups and alternatives, and words for people: .matching("[A-Z]{2}[0-9]+", "two letters and a number")
inline void otherwise_is_no_value_of_the_field() {} // Sheaf: .otherwise() of this field is no value of its type, or beyond its limits
inline void example_is_no_value_of_the_field() {}   // Sheaf: the example of this field is no value of its type, or beyond its limits
// clang-format on

/// A number or a pointer of the language itself?
template <class T>
constexpr bool kIsOfLanguage =
    std::is_pointer_v<T> || (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>);
template <class T>
constexpr bool kIsOfLanguage<std::optional<T>> = kIsOfLanguage<T>;
template <class T>
constexpr bool kIsOfLanguage<std::vector<T>> = kIsOfLanguage<T>;

template <class F>
constexpr bool has_sound_keys(const F& field) {
  bool sound = is_key(field.name);
  for (const std::string_view old_name : field.old_names) {
    sound = sound && (old_name.empty() || is_key(old_name));
  }
  return sound;
}

template <class Member>
constexpr void check_limits(const Limits& limits, const Limits& of_entries) {
  constexpr Measure measure = measure_of<Member>(), entries = measure_of_entries<Member>();
  const bool has_entries = entries != Measure::Nothing;
  if (!has_entries && !of_entries.empty()) each_is_for_lists();
  if (!takes_form(measure, limits) || !takes_form(entries, of_entries)) matching_is_for_texts();
  if (!suits(measure, limits)) limits_do_not_suit_the_field();
  if (has_entries && !suits(entries, of_entries)) limits_do_not_suit_the_field();
  if (!has_sound_form(limits) || !has_sound_form(of_entries)) form_is_not_understood();
}

template <class T, class Member>
constexpr const Field<T, Member>& checked(const Field<T, Member>& field) {
  if (!std::is_constant_evaluated()) return field;
  if (kIsOfLanguage<Member>) number_or_text_is_not_of_sheaf();
  if (!has_sound_keys(field)) key_is_no_name();
  check_limits<Member>(field.limits, field.entries);
  if (!takes<Member>(field.limits, field.fallback)) otherwise_is_no_value_of_the_field();
  if (!takes<Member>(field.limits, field.example)) example_is_no_value_of_the_field();
  return field;
}

// What needs all descriptions, which may stand in any order: checked where the section is made.

/// Can the compiler go through the description of T without a stop?
template <class T>
concept SoundlyDescribed =
    requires { typename std::bool_constant<(static_cast<void>(describe(Type<T>{})), true)>; };

/// How often the record of T has this key, as the name of a field or as an earlier one.
template <class T>
constexpr std::size_t times_known(std::string_view key) {
  std::size_t times = 0;
  const auto count = [&](const auto& field) {
    times += field.name == key;
    for (const std::string_view old_name : field.old_names) times += old_name == key;
  };
  std::apply([&](const auto&... fields) { (count(fields), ...); }, describe(Type<T>{}).fields);
  return times;
}

template <class T, class F>
constexpr bool has_keys_of_its_own(const F& field) {
  bool own = times_known<T>(field.name) == 1;
  for (const std::string_view old_name : field.old_names) {
    own = own && (old_name.empty() || times_known<T>(old_name) == 1);
  }
  return own;
}

/// How many fields of T's record fill the member that this one fills.
template <class T, class F>
constexpr std::size_t times_filled(const F& field) {
  std::size_t times = 0;
  const auto count = [&](const auto& other) {
    if constexpr (std::is_same_v<std::decay_t<decltype(other)>, F>) {
      times += other.member == field.member;
    }
  };
  std::apply([&](const auto&... others) { (count(others), ...); }, describe(Type<T>{}).fields);
  return times;
}

/// Stands for a member of any type, for the compiler alone, which wants to see a body.
struct Anything {
  template <class Member>
  operator Member() const {
    __builtin_unreachable();
  }
};
/// Stands for a base of T.
template <class T>
struct BaseOf {
  template <class B>
    requires(std::is_base_of_v<B, T> && !std::is_same_v<B, T>)
  operator B() const {
    __builtin_unreachable();
  }
};
template <class T, std::size_t... I>
constexpr bool takes_members(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Anything())...}; };
}
/// Has T more members than so many? Of a struct with bases, constructors or private members no.
template <class T, std::size_t fields>
constexpr bool has_more_members() {
  if constexpr (!std::is_aggregate_v<T> || requires { T{BaseOf<T>()}; }) {
    return false;
  } else {
    return takes_members<T>(std::make_index_sequence<fields + 1>{});
  }
}

template <class T>
constexpr bool make() {
  [[maybe_unused]] const T made{};
  return true;
}
/// Can the compiler make one of nothing? (GCC 12 can tell through a function alone.)
template <class T>
concept MadeByCompiler = requires { typename std::bool_constant<make<T>()>; };

/// Does leaving out this field leave a choice with one of its words? Of anything else, true.
template <class T, class F>
constexpr bool starts_with_a_word(const F& field) {
  using Member = typename F::MemberType;
  if constexpr (Chosen<Member> && MadeByCompiler<T>) {
    return field.required || !field.fallback.empty() || has_word(T{}.*field.member);
  } else {
    return true;
  }
}

/// Is it clear to the section, too, that this field was left out? A number would be 0, and printed;
/// an initial value of its own nobody is told.
template <class F>
constexpr bool tells_absence(const F& field) {
  using Member = typename F::MemberType;
  return field.required || !field.fallback.empty() || !kIsValue<Member>;
}

/// A word of the author's, for the compiler to show.
template <std::size_t N>
struct Name {
  char text[N];
};
template <std::size_t N>
constexpr Name<N + 1> name_of(std::string_view word) {
  Name<N + 1> name{};
  for (std::size_t i = 0; i < N; ++i) name.text[i] = word[i];
  return name;
}
/// Made anew each time: GCC 12 loses the empty texts of a constexpr object.
template <class T, std::size_t I>
constexpr auto field_of() {
  return std::get<I>(describe(Type<T>{}).fields);
}

template <class T, auto name, std::size_t I>
constexpr bool check_in_record() {
  using Member = typename decltype(field_of<T, I>())::MemberType;
  constexpr std::string_view fallback = field_of<T, I>().fallback;
  constexpr std::string_view example = field_of<T, I>().example;
  static_assert(has_keys_of_its_own<T>(field_of<T, I>()),
                "Sheaf: this key, or an earlier name of it, is another field's too");
  static_assert(
      times_filled<T>(field_of<T, I>()) == 1,
      "Sheaf: this field fills the member of another field; each has a member of its own");
  static_assert(fallback.empty() || is_word_of<Member>(fallback),
                "Sheaf: .otherwise() of a choice must be one of its words");
  static_assert(example.empty() || is_word_of<Member>(example),
                "Sheaf: the example of this field is none of the words of its choice");
  static_assert(starts_with_a_word<T>(field_of<T, I>()),
                "Sheaf: this choice may be left out, but its initial value is none of its words; "
                "give the member one, as in State state = State::Open, or make it std::optional");
  static_assert(tells_absence(field_of<T, I>()),
                "Sheaf: a value that may be left out is std::optional or has .otherwise(); initial "
                "values are for lists, bools, choices and structs");
  return true;
}

/// The first word that the choice has twice; else empty.
template <class E>
constexpr std::string_view word_said_twice() {
  const auto choice = describe(Type<E>{});
  for (std::size_t i = 0; i < choice.options.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (choice.options[j].key == choice.options[i].key) return choice.options[i].key;
    }
  }
  return {};
}
/// The first word whose enumerator has another word already; else empty.
template <class E>
constexpr std::string_view word_of_another() {
  const auto choice = describe(Type<E>{});
  for (std::size_t i = 0; i < choice.options.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (choice.options[j].value == choice.options[i].value) return choice.options[i].key;
    }
  }
  return {};
}
template <class E, auto twice, auto shared>
constexpr bool check_words() {
  static_assert(sizeof(twice.text) == 1, "Sheaf: this choice has the same word twice");
  static_assert(sizeof(twice.text) != 1 || sizeof(shared.text) == 1,
                "Sheaf: this choice has two words for the same enumerator; each has its own");
  return true;
}

template <class T>
constexpr bool check_description();

template <class T, std::size_t... I>
constexpr bool check_fields(std::index_sequence<I...>) {
  return ((check_in_record<T, name_of<field_of<T, I>().name.size()>(field_of<T, I>().name), I>() &&
           check_description<typename decltype(field_of<T, I>())::MemberType>()) &&
          ...);
}

template <class T>
constexpr bool check_record() {
  if constexpr (SoundlyDescribed<T>) {
    constexpr std::size_t size = std::tuple_size_v<decltype(describe(Type<T>{}).fields)>;
    static_assert(
        !has_more_members<T, size>(),
        "Sheaf: a member of this struct has no field, so that nobody can fill it; describe it, "
        "take it out of the struct, or give the struct a constructor");
    return check_fields<T>(std::make_index_sequence<size>{});
  } else {
    return (static_cast<void>(describe(Type<T>{})), false);  // the compiler stops on the way
  }
}

template <class E, class T>
constexpr bool check_keyed(Type<Keyed<E, T>>) {
  return check_description<E>() && check_description<T>();
}

/// Checks a type and all that it is made of; the compiler says what is wrong.
template <class T>
constexpr bool check_description() {
  if constexpr (kIsOptional<T> || kIsVector<T>) {
    return check_description<typename T::value_type>();
  } else if constexpr (kIsKeyed<T>) {
    return check_keyed(Type<T>{});
  } else if constexpr (Recorded<T>) {
    return check_record<T>();
  } else if constexpr (Chosen<T>) {
    constexpr std::string_view twice = word_said_twice<T>(), shared = word_of_another<T>();
    return check_words<T, name_of<twice.size()>(twice), name_of<shared.size()>(shared)>();
  } else {
    static_assert(!std::is_enum_v<T> || Described<T>,
                  "Sheaf: this enum has no description; write, in its namespace, "
                  "constexpr auto describe(sheaf::Type<TheEnum>) { return sheaf::choice(…); }");
    static_assert(!std::is_class_v<T> || kIsValue<T>,
                  "Sheaf: this type is no parameter type (sheaf::Text, sheaf::Date, std::optional, "
                  "std::vector, …) and has no description; write, in its namespace, "
                  "constexpr auto describe(sheaf::Type<TheType>) { return sheaf::record(…); }");
    return true;
  }
}

}  // namespace sdk_1
}  // namespace sheaf
