#pragma once
// Letters, digits and names of months, as the rules look at them.

#include <string>
#include <string_view>

namespace sheaf::lint {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_small(c) || is_capital(c); }
/// A byte of a sign beyond ASCII.
constexpr bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Languages that Unicode's Latin letters write.
bool is_written_in_latin(std::string_view language);
/// Blocks of the Latin script, and of the marks on its letters.
constexpr bool is_latin(char32_t sign) { return sign < 0x370 || (sign >= 0x1E00 && sign < 0x1F00); }

bool all_digits(std::string_view text);  // and not empty
int number_of(std::string_view digits);  // of at most 9 digits
/// ASCII letters only; others stay as they are.
std::string in_small_letters(std::string_view text);
bool same_letters(std::string_view text, std::string_view small);  // `small` is in small letters
bool starts_with_letters(std::string_view text, std::string_view small);
bool ends_with_letters(std::string_view text, std::string_view small);
/// Whether `small` stands in `text`, in whatever case.
bool holds_letters(std::string_view text, std::string_view small);

/// 1 to 12 for "November", 0 for what is no month's full name.
int month_of(std::string_view name);
std::string_view month_name(int month);
/// The same for "Nov", "Sept".
int short_month_of(std::string_view name);
bool is_weekday(std::string_view name);

/// Words after whose full stop a sentence goes on: "Mr", "Cllr", "e.g", initials.
bool is_shortened(std::string_view word);

/// The length of the hyphen, en dash or em dash at the start, or 0.
std::size_t dash_at(std::string_view text);

}  // namespace sheaf::lint
