#pragma once
// Limits of values: whether a value keeps them, and what they are called.

#include <optional>
#include <string>
#include <string_view>

#include "model/schema.hpp"
#include "model/value.hpp"

namespace sheaf::model {

/// What breaks a value's limits.
enum class Excess : std::uint8_t { TooLow, TooHigh, WrongForm };

/// Nothing: `value`, which is of the type, keeps its limits. Dates are outside only when all of
/// them is: 2020 may be on or after 2020-02.
std::optional<Excess> excess_of(const Value& value, const Type& type);

/// "1 to 5", "2009 or later", "at least 1 entry"; empty when there is no range.
std::string range_in_words(const Type& type);
/// The same behind the form: "two letters and a number, at most 8 characters".
std::string limits_in_words(const Type& type);

/// Whether it is a form that can be checked: a pattern in the words of <sheaf/pattern.hpp>.
bool is_form(std::string_view pattern);

/// Whether a text has this form, all of it.
bool has_form(std::string_view text, std::string_view form);
/// The ASCII characters of which each may come next in a text of this form that begins so.
std::string next_of_form(std::string_view form, std::string_view start);

/// Whether people can type it as a key: letters, digits, _ and -.
bool is_key(std::string_view name);

/// Whether some text of these characters alone has the form.
bool takes_some_of(std::string_view form, std::string_view characters);

/// Whether a text is empty to a reader: it holds nothing but white space, if anything.
bool is_blank(std::string_view text);

/// What is counted of a value of limited size: characters of a text, none of a blank one; entries
/// of a list.
std::size_t size_of(const Value& value);

/// JSON Schema's words for `least` and `most`. It has none for dates: these begin with x-. Empty
/// where the type has no limits.
struct LimitKeywords {
  std::string_view least, most;
};
LimitKeywords limit_keywords(TypeKind kind);

}  // namespace sheaf::model
