#pragma once
// A value as a placeholder prints it.

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "model/value.hpp"

namespace sheaf::document {

enum class TextStyle {
  House,      // 25 November 2020, 1,250, £1,250.50
  Canonical,  // 2020-11-25, 1250, 1250.50: for file names and values that are typed further on
};

/// Why a format does not suit a value; ends a sentence that begins with the value's path.
struct FormatProblem {
  std::string message, help;
  std::string_view meant = {};  // the format that was surely meant, if one was
  SourceId value = {};          // where the value stands, if it is to blame
};

/// The text of a scalar. `format` is empty, one of date_formats(), "number" or "money"; in
/// canonical style a date format only says how precise the date is to be.
tl::expected<std::string, FormatProblem> value_text(const model::Value& value,
                                                    std::string_view format, TextStyle style);

}  // namespace sheaf::document
