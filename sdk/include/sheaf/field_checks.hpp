#pragma once
// What a description may say of a field. Each mistake is one sentence of the compiler, in an
// instantiation of `check_field` that names the field: "check_field [with … FieldName<7>{"visits"}
// …]".

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

/// Has T a description, or needs it none? The compiler says so if not.
template <class T>
constexpr bool check_parameter_type() {
  if constexpr (kIsOptional<T> || kIsVector<T>) {
    return check_parameter_type<typename T::value_type>();
  } else {
    static_assert(!std::is_arithmetic_v<T> || std::is_same_v<T, bool>,
                  "Sheaf: a number is a sheaf::Whole, sheaf::Decimal or sheaf::Money");
    static_assert(!std::is_enum_v<T> || Described<T>,
                  "Sheaf: this enum has no description; write, in its namespace, "
                  "constexpr auto describe(sheaf::Type<TheEnum>) { return sheaf::choice(…); }");
    static_assert(!std::is_class_v<T> || kIsValue<T> || kIsKeyed<T> || Described<T>,
                  "Sheaf: this type is no parameter type (sheaf::Text, sheaf::Date, std::optional, "
                  "std::vector, …) and has no description; write, in its namespace, "
                  "constexpr auto describe(sheaf::Type<TheType>) { return sheaf::record(…); }");
    static_assert(!std::is_pointer_v<T>, "Sheaf: text is a sheaf::Text, not a pointer");
    return (std::is_class_v<T> && (kIsValue<T> || kIsKeyed<T> || Described<T>)) ||
           (std::is_enum_v<T> && Described<T>) || std::is_same_v<T, bool>;
  }
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

/// Empty, or a value of the field within its limits.
template <class Member>
constexpr bool takes(const Limits& limits, std::string_view value) {
  constexpr Measure measure = measure_of<Member>();
  if (value.empty() || measure == Measure::Entries) return true;
  return is_value_of<Member>(value) && is_word_of<Member>(value) && allows(limits, measure, value);
}

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
template <class F>
constexpr bool has_sound_keys(const F& field) {
  bool sound = is_key(field.name);
  for (const std::string_view old_name : field.old_names) {
    sound = sound && (old_name.empty() || is_key(old_name));
  }
  return sound;
}

/// The name of a field, for the compiler to show.
template <std::size_t N>
struct FieldName {
  char text[N];
};
/// Made anew each time: GCC 12 loses the empty texts of a constexpr object.
template <class T, std::size_t I>
constexpr auto field_of() {
  return std::get<I>(describe(Type<T>{}).fields);
}
template <class T, std::size_t I>
constexpr auto name_of_field() {
  constexpr std::string_view name = field_of<T, I>().name;
  FieldName<name.size() + 1> key{};
  for (std::size_t i = 0; i < name.size(); ++i) key.text[i] = name[i];
  return key;
}

template <class T, auto name, std::size_t I>
constexpr bool check_field() {
  using Member = typename decltype(field_of<T, I>())::MemberType;
  constexpr Measure measure = measure_of<Member>(), entries = measure_of_entries<Member>();
  static_assert(has_sound_keys(field_of<T, I>()),
                "Sheaf: a key of the layout file is letters, digits, _ and -, as in first_day");
  static_assert(has_keys_of_its_own<T>(field_of<T, I>()),
                "Sheaf: this key, or an earlier name of it, is another field's too");
  if constexpr (check_parameter_type<Member>()) {
    constexpr Limits limits = field_of<T, I>().limits, entry_limits = field_of<T, I>().entries;
    constexpr std::string_view fallback = field_of<T, I>().fallback;
    constexpr std::string_view example = field_of<T, I>().example;
    static_assert(takes_form(measure, limits) && takes_form(entries, entry_limits),
                  "Sheaf: .matching() is for a Text; for each Text of a list, .each(matching(…))");
    static_assert(entries != Measure::Nothing || entry_limits.empty(),
                  "Sheaf: .each() is for lists of numbers, amounts, dates or texts");
    static_assert(
        suits(measure, limits) && (entries == Measure::Nothing || suits(entries, entry_limits)),
        "Sheaf: limits are for numbers, amounts, dates, the length of a Text and the "
        "entries of a list: a whole number that is not above the other, of amounts also "
        "\"0.5\", of dates \"2020-02\"");
    static_assert(has_sound_form(limits) && has_sound_form(entry_limits),
                  "Sheaf: .matching() takes what <sheaf/pattern.hpp> says, without ^, $, groups "
                  "and alternatives, and words for people: .matching(\"[A-Z]{2}[0-9]+\", \"two "
                  "letters and a number\")");
    static_assert(fallback.empty() || is_word_of<Member>(fallback),
                  "Sheaf: .otherwise() of a choice must be one of its words");
    static_assert(
        !is_word_of<Member>(fallback) || takes<Member>(limits, fallback),
        "Sheaf: .otherwise() of this field is no value of its type, or beyond its limits");
    static_assert(takes<Member>(limits, example),
                  "Sheaf: the example of this field is no value of its type, or beyond its limits");
  }
  return true;
}

template <class T, std::size_t... I>
constexpr bool check_fields(std::index_sequence<I...>) {
  return (check_field<T, name_of_field<T, I>(), I>() && ...);
}
/// Checks all fields of a record; the compiler says what is wrong.
template <class T>
constexpr bool check_fields() {
  constexpr std::size_t size = std::tuple_size_v<decltype(describe(Type<T>{}).fields)>;
  return check_fields<T>(std::make_index_sequence<size>{});
}

}  // namespace sdk_1
}  // namespace sheaf
