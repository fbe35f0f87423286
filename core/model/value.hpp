#pragma once
// Typed values: what a plugin gets. A tree that is never changed once it is bound.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/node.hpp"
#include "model/partial_date.hpp"

namespace sheaf::model {

enum class ValueKind : std::uint8_t {
  Absent,
  YesNo,     // whole: 0 or 1
  Whole,     // whole
  Decimal,   // text: canonical decimal, "-12.5"
  Money,     // text: canonical decimal, "1250" or "12.50"
  Text,      // text
  Markdown,  // text as typed, with `replacements`
  Choice,    // text: one of the schema's choices
  Date,      // date, to the precision typed
  Timing,    // date when it has a year, else text
  Person,    // members name, post, email, phone (Text), those that were given
  Link,      // members text, to (Text)
  Image,     // asset; members file, alt, caption (Text), decorative (YesNo), those that were given
  List,      // items
  Record,    // members; a keyed choice is a record with one member
};

/// A placeholder inside Markdown, and the text that takes its place after parsing.
struct Replacement {
  std::string placeholder;  // as written: "((meeting.date))"
  std::string text;
  std::string canonical = {};  // the same inside an address: "2020-11-25"
};

struct NamedValue;

struct Value {
  ValueKind kind = ValueKind::Absent;
  SourceId source;
  std::int64_t whole = 0;
  std::int32_t asset = -1;  // Image: index into Report::assets
  PartialDate date;
  std::string text;
  TextLayout layout;  // of `text` in its file, for places inside Markdown
  std::vector<Replacement> replacements;
  std::vector<Value> items;
  std::vector<NamedValue> members;  // in schema order

  bool is_absent() const { return kind == ValueKind::Absent; }
  const Value* find(std::string_view name) const;
};

struct NamedValue {
  std::string name;
  Value value;
};

Value text_value(std::string text, SourceId source);

/// The text of any scalar as ABI and placeholders give it: "yes", "12.50", "2020-02"; empty for
/// others.
std::string canonical_text(const Value& value);

/// A stable, readable dump, one value per line.
std::string dump(const Value& value, int indent = 0);

}  // namespace sheaf::model
