#pragma once
// The parameter values of a section. Each keeps its node: placed in the document it keeps its
// origin, and a message about it lands on the line that the administrator typed. Valid during one
// render.

#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <sheaf/decimals.hpp>
#include <sheaf/source.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// What all values have: the node they came from, or 0.
class Value {
 public:
  constexpr sheaf_node node() const { return node_; }

 protected:
  constexpr Value() = default;
  explicit Value(const Source& from) : node_(from.node()) {}

 private:
  sheaf_node node_ = 0;
};

/// Text as typed.
class Text : public Value {
 public:
  static constexpr std::string_view kSchema = R"("type":"string","x-sheaf":"text")";
  constexpr Text() = default;
  constexpr Text(std::string_view literal) : text_(literal) {}
  constexpr Text(const char* literal) : text_(literal) {}
  explicit Text(const Source& from) : Value(from), text_(from.text()) {}

  constexpr std::string_view view() const { return text_; }
  constexpr operator std::string_view() const { return text_; }
  constexpr bool empty() const { return text_.empty(); }
  friend constexpr bool operator==(const Text& a, const Text& b) { return a.text_ == b.text_; }

 private:
  std::string_view text_;
};

/// Text with markup. It is placed, never read, by a plugin.
class Markdown : public Value {
 public:
  static constexpr std::string_view kSchema = R"("type":"string","x-sheaf":"markdown")";
  constexpr Markdown() = default;
  explicit Markdown(const Source& from) : Value(from) {}
};

/// A picture with its alternative text. Write it with `figure`.
class Image : public Value {
 public:
  static constexpr std::string_view kSchema =
      R"("type":"object","x-sheaf":"image","required":["file"])";
  constexpr Image() = default;
  explicit Image(const Source& from) : Value(from) {}
};

/// A 64-bit whole number.
class Whole : public Value {
 public:
  static constexpr std::string_view kSchema = R"("type":"integer","x-sheaf":"whole")";
  constexpr Whole(std::int64_t value = 0) : value_(value) {}
  explicit Whole(const Source& from) : Value(from), value_(from.whole()) {}

  constexpr std::int64_t value() const { return value_; }
  constexpr operator std::int64_t() const { return value_; }

 private:
  std::int64_t value_;
};

/// An exact decimal number, as text: "-12.5". Compared exactly; it is added up in units.
class Decimal : public Value {
 public:
  static constexpr std::string_view kSchema = R"("type":"number","x-sheaf":"decimal")";
  constexpr Decimal() = default;
  explicit Decimal(const Source& from) : Value(from), text_(from.text()) {}
  constexpr std::string_view text() const { return text_; }
  /// In units of so many places: 12.5 is 1250 hundredths, .units(2). Throws as units_of() does.
  constexpr std::int64_t units(int places) const { return units_of(text_, places); }
  friend constexpr bool operator==(const Decimal& a, const Decimal& b) {
    return compare_decimals(a.text_, b.text_) == 0;
  }
  friend constexpr auto operator<=>(const Decimal& a, const Decimal& b) {
    return compare_decimals(a.text_, b.text_) <=> 0;
  }

 private:
  std::string_view text_ = "0";
};

/// Pounds and pence, exact: "1250" or "12.50". The host adds the sign and the separators. Compared
/// exactly; it is added up in pence.
class Money : public Value {
 public:
  static constexpr std::string_view kSchema = R"("type":"number","x-sheaf":"money")";
  constexpr Money() = default;
  explicit Money(const Source& from) : Value(from), text_(from.text()) {}
  constexpr std::string_view text() const { return text_; }
  /// 12.50 is 1250. Throws as units_of() does.
  constexpr std::int64_t pence() const { return units_of(text_, 2); }
  friend constexpr bool operator==(const Money& a, const Money& b) {
    return compare_decimals(a.text_, b.text_) == 0;
  }
  friend constexpr auto operator<=>(const Money& a, const Money& b) {
    return compare_decimals(a.text_, b.text_) <=> 0;
  }

 private:
  std::string_view text_ = "0";
};

/// A date as far as it is known: 2009, 2020-02 or 2020-11-25. Ordered by year, month, day; what is
/// not known comes first.
class Date : public Value {
 public:
  static constexpr std::string_view kSchema =
      R"("type":"string","x-sheaf":"date","pattern":"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")";
  constexpr Date() = default;
  explicit Date(const Source& from) : Value(from), known_(date_parts(from.text())) {}
  /// One of the section's own: Date("2020-02"). Throws std::invalid_argument when it is none.
  constexpr explicit Date(std::string_view iso) : known_(date_parts(iso)) {
    if (!is_iso_date(iso)) throw std::invalid_argument("it makes a date that there is not");
  }

  constexpr int year() const { return known_.year; }
  constexpr int month() const { return known_.month; }  // 0: not known
  constexpr int day() const { return known_.day; }      // 0: not known
  constexpr bool is_day() const { return known_.day != 0; }
  /// Is it before the other as far as both are known? 2020-02 is not before 2020-02-15, nor after.
  constexpr bool is_before(const Date& other) const {
    if (year() != other.year()) return year() < other.year();
    if (month() == 0 || other.month() == 0) return false;
    if (month() != other.month()) return month() < other.month();
    return is_day() && other.is_day() && day() < other.day();
  }
  friend constexpr bool operator==(const Date& a, const Date& b) { return a.key() == b.key(); }
  friend constexpr auto operator<=>(const Date& a, const Date& b) { return a.key() <=> b.key(); }

 private:
  constexpr int key() const { return (year() * 13 + month()) * 32 + day(); }

  DateParts known_;
};

/// A date known to the day.
class Day : public Date {
 public:
  static constexpr std::string_view kSchema = R"("type":"string","x-sheaf":"day","format":"date")";
  constexpr Day() = default;
  explicit Day(const Source& from) : Date(from) {}
};

/// A date as far as it is known, or words: "imminently".
class Timing : public Value {
 public:
  static constexpr std::string_view kSchema = R"("type":"string","x-sheaf":"timing")";
  constexpr Timing() = default;
  explicit Timing(const Source& from) : Value(from), words_(from) {
    if (from.kind() == SHEAF_DATE) date_ = Date(from);
  }

  const std::optional<Date>& date() const { return date_; }
  /// The words, or the date in ISO form.
  std::string_view words() const { return words_; }

 private:
  Text words_;
  std::optional<Date> date_;
};

/// One value of whatever kind: a cell of a DataTable. Its text is canonical: "yes", "12.50",
/// "2020-11-25"; placed, the host sets it in house style. An empty cell has no node.
class Scalar : public Value {
 public:
  Scalar() = default;
  explicit Scalar(const Source& from) : Value(from), text_(from.text()) {}
  std::string_view text() const { return text_; }
  bool empty() const { return node() == 0; }

 private:
  std::string_view text_;
};

/// Someone with a name; what was not given is empty. Placed whole, the host sets name and post.
class Person : public Value {
 public:
  static constexpr std::string_view kSchema =
      R"("type":"object","x-sheaf":"person","required":["name"])";
  Text name, post, email, phone;

  constexpr Person() = default;
  explicit Person(const Source& from)
      : Value(from),
        name(from.get("name")),
        post(from.get("post")),
        email(from.get("email")),
        phone(from.get("phone")) {}
};

/// A text that leads somewhere.
class Link : public Value {
 public:
  static constexpr std::string_view kSchema =
      R"("type":"object","x-sheaf":"link","required":["text","to"])";
  Text text, to;

  constexpr Link() = default;
  explicit Link(const Source& from) : Value(from), text(from.get("text")), to(from.get("to")) {}
};

/// A choice that carries a value: `- hands: Wash your hands`.
template <class Choice, class T>
struct Keyed {
  Choice key{};
  T value{};
};

}  // namespace sdk_1
}  // namespace sheaf
