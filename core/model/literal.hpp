#pragma once
// How numbers, amounts, yes or no, and addresses may be typed. Each function gives the canonical
// form of a text, or nothing when the text is no such thing. Nothing passes through floating point.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sheaf::model {

/// 12, -3, 1,250; nothing beyond 64 bits.
std::optional<std::int64_t> parse_whole(std::string_view text);

/// Exact: 12.50 stays "12.50", 1,250 becomes "1250", .5 becomes "0.5". At most 30 digits.
std::optional<std::string> parse_decimal(std::string_view text);

/// Pounds, or pounds and two digits of pence: £1,250.50 becomes "1250.50", 75.00 becomes "75".
std::optional<std::string> parse_money(std::string_view text);

/// Orders two canonical decimals by their worth: "0.5" and "0.50" are equal.
std::strong_ordering compare_decimals(std::string_view a, std::string_view b);

/// yes, no, true, false, in small letters or capitals.
std::optional<bool> parse_yes_no(std::string_view text);

/// An http, https or mailto address, or "#section-id". `www.…` gets https://, a bare e-mail address
/// mailto:, and what is not ASCII is percent-encoded (RFC 3987 section 3.1).
std::optional<std::string> parse_link_target(std::string_view text);

/// ASCII letters compared without their case.
bool same_letters(std::string_view a, std::string_view b);

}  // namespace sheaf::model
