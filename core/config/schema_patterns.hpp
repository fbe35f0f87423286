#pragma once
// What model/literal.cpp and model/partial_date.cpp take, as ECMA-262 regular expressions for
// editors. tests/schema holds the two to each other.

#include <string>
#include <string_view>
#include <vector>

namespace sheaf::config {

/// Text of nothing but white space, as model::is_blank() has it.
constexpr std::string_view kBlankPattern = R"(^[\t-\r \u00A0\u2000-\u200B\u202F\u3000]*$)";
constexpr std::string_view kPlaceholderPattern = R"(\(\(.+\)\))";
constexpr std::string_view kWholePattern = R"(^[-−]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)$)";
constexpr std::string_view kDecimalPattern =
    R"(^[-−]?(([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?|\.[0-9]+)$)";
constexpr std::string_view kMoneyPattern =
    R"(^([-−]?£?|£[-−])(([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]{2})?|\.[0-9]{2})$)";
/// Whether the month has that many days is beyond a pattern.
constexpr std::string_view kDayPattern = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
constexpr std::string_view kDatePattern =
    "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
/// A timing that is no attempt at a date.
constexpr std::string_view kWordsPattern = "[^-0-9/.]";

/// Any of the words, in capitals or not.
std::string in_any_case(const std::vector<std::string>& words);

/// An address that a link may lead to.
std::string link_pattern();

}  // namespace sheaf::config
