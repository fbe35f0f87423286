#pragma once
// The types of parameters: of a plugin's `with:` and of the layout file itself. One declaration
// gives validation, JSON Schema, reference and messages.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"

namespace sheaf::model {

enum class TypeKind : std::uint8_t {
  Any,          // whatever was typed (only inside the layout's own schema)
  Text,         // one line or more, taken as typed
  Markdown,     // text whose markup the core reads
  Whole,        // 64-bit integer
  Decimal,      // exact decimal, kept as text
  Money,        // pounds and pence, kept as decimal text: 1250, 12.50
  YesNo,        // yes, no, true, false
  Choice,       // one of `choices`
  KeyedChoice,  // a map with one key out of `choices`: `hands: Wash your hands`; its value is
                // `item`
  Day,          // 2020-11-25
  PartialDate,  // 2009, 2020-02 or 2020-11-25
  Timing,       // a partial date, or words: "imminently"
  Person,       // a key of the layout's `people`, or { name, post, email, phone }
  Link,         // { text, to }
  Image,        // { file, alt | decorative, caption }
  List,         // of `item`
  Record,       // of `fields`
  Rows,         // a list of records, or { data: NAME }; `item` is the record
  Table,        // likewise, of whatever columns the rows have
};

/// "text", "whole number", "date", …: for messages and the reference.
std::string_view name_of(TypeKind kind);

struct Field;

/// What a value may come to, beyond its kind; empty: anything. conform() checks it.
struct Limits {
  /// Whole, Decimal, Money: canonical decimals, "-1.5". Day, PartialDate: ISO dates, "2020-02".
  /// Text: characters; List, Rows: entries.
  std::string least = {}, most = {};
  std::string form = {};           // Text: a pattern in the words of <sheaf/pattern.hpp>
  std::string form_in_words = {};  // "two letters and a number"

  friend bool operator==(const Limits&, const Limits&) = default;
};

struct Type {
  TypeKind kind = TypeKind::Any;
  std::vector<std::string> choices;  // Choice, KeyedChoice; Record: words that may stand in place
                                     // of the map (layout's own schema only)
  std::vector<std::string> labels;   // Choice, KeyedChoice: what the document prints for each of
                                     // `choices`, empty where it is the word itself; or none
  std::vector<Field> fields;         // Record
  std::vector<Type> item;            // List, Rows, KeyedChoice: exactly one; Record: at most one,
                                     // the type of keys beyond `fields` (layout's own schema only)
  std::string shorthand;             // Record: the field that a lone scalar fills, or empty
  bool lone = false;                 // List: an item may stand alone, without brackets (likewise)
  std::string pattern;               // Text: for editors, what the file's reader takes, as an
                                     // ECMA-262 regular expression, or empty
  Limits limits = {};

  const Field* find(std::string_view name) const;
};

struct Field {
  std::string name;
  std::string description;  // one sentence for authors
  Type type;
  bool required = true;
  Json example = {};                  // Null when there is none
  Json fallback = {};                 // what holds when it is not given; Null when that is nothing
  std::vector<std::string> was = {};  // earlier names, which are still taken, with a warning
};

}  // namespace sheaf::model
