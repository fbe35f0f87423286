#pragma once
// JSON values, read with their places and written deterministically. nlohmann-json stays in
// json.cpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace sheaf {

/// A JSON value that keeps the order of members and the text of numbers (never a double).
struct Json {
  enum class Kind { Null, Boolean, Number, String, Array, Object };
  using Member = std::pair<std::string, Json>;

  Kind kind = Kind::Null;
  std::string text;             // of a string (UTF-8), a number ("12.50") or a boolean ("true")
  std::vector<Json> items;      // of an array
  std::vector<Member> members;  // of an object, in the order written
  std::size_t offset = 0;       // near where the value ended in the text that was read

  Json() = default;
  static Json string(std::string_view value);
  static Json number(std::int64_t value);
  static Json boolean(bool value);
  static Json array(std::vector<Json> items = {});
  static Json object(std::vector<Member> members = {});

  /// The member `key`, or null when there is none or this is no object.
  const Json* find(std::string_view key) const;
  /// Sets or appends a member; returns this object, so that calls can be chained.
  Json& set(std::string_view key, Json value);
  bool is_true() const { return kind == Kind::Boolean && text == "true"; }

  friend bool operator==(const Json& a, const Json& b);
};

struct JsonProblem {
  std::size_t offset;  // bytes into the text
  std::string reason;
};

/// RFC 8259. Nesting over 256 and duplicate member names are problems.
tl::expected<Json, JsonProblem> parse_json(std::string_view text);

enum class JsonStyle { Compact, Indented };

/// No trailing newline. Text is escaped where RFC 8259 requires it and nowhere else.
std::string write_json(const Json& value, JsonStyle style = JsonStyle::Compact);

}  // namespace sheaf
