#pragma once
// Text inside a block: literals, values, and marks around them.
//
//   out.paragraph("The centre in ", centre.ward, sheaf::strong(" closes "), "on ", centre.closes,
//   ".");

#include <concepts>
#include <iterator>
#include <string>
#include <vector>

#include <sheaf/vocabulary.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// A date as far as it is known: "2021-01".
inline std::string iso_text(const DateParts& date) {
  std::string text = std::to_string(date.year);
  for (const int part : {date.month, date.day}) {
    if (part == 0) break;
    text += (part < 10 ? "-0" : "-") + std::to_string(part);
  }
  return text;
}

/// A piece of inline content, or several. Literals and values convert to it; an absent
/// `std::optional` is empty. Values are placed: the host sets dates, money and numbers in house
/// style.
class Inline {
 public:
  struct Step {
    enum class Verb { Text, Place, Open, Attribute, Close };
    Verb verb;
    std::string_view name;  // Open: the kind; Attribute: its name
    std::string text;       // Text, Attribute
    sheaf_node node = 0;    // Place
  };

  Inline() = default;
  Inline(std::string text) {
    if (!text.empty()) steps_.push_back({Step::Verb::Text, {}, std::move(text)});
  }
  Inline(std::string_view text) : Inline(std::string(text)) {}
  Inline(const char* text) : Inline(std::string(text)) {}
  Inline(const Text& text) : Inline(text, text.view()) {}
  Inline(const Whole& number) : Inline(number, std::to_string(number.value())) {}
  Inline(const Decimal& number) : Inline(number, number.text()) {}
  Inline(const Money& amount) : Inline(amount, amount.text()) {}
  Inline(const Scalar& cell) : Inline(cell, cell.text()) {}
  Inline(const Date& date) : Inline(date, {}) {
    if (date.node() == 0 && date.year() != 0) {
      *this = computed("date", iso_text({date.year(), date.month(), date.day()}));
    }
  }
  Inline(const Timing& timing) : Inline(timing, timing.words()) {}
  Inline(const Person& person) : Inline(person, person.name.view()) {}
  Inline(const Link& link) : Inline(link, link.text.view()) {}
  Inline(Status status) {
    mark(block_kind::kStatus, block_attribute::Status::kWord, sdk_1::key(status));
  }
  template <Chosen E>
  Inline(E choice) : Inline(label(choice)) {}
  template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
  Inline(Number number) : Inline(as_typed(std::to_string(number))) {}
  template <std::floating_point Number>
  Inline(Number) {
    static_assert(!std::same_as<Number, Number>,
                  "Sheaf: say to how many places: sheaf::number(value, 1), or sheaf::money(value)");
  }
  template <std::convertible_to<Inline> T>
  Inline(const std::optional<T>& value) {
    if (value) *this = *value;
  }
  template <std::same_as<Markdown> M>
  Inline(const M&) {
    static_assert(!std::same_as<M, M>, "Sheaf: Markdown is blocks of its own: out.place(value)");
  }
  template <std::same_as<bool> YesNo>
  Inline(YesNo) {
    static_assert(!std::same_as<YesNo, YesNo>,
                  "Sheaf: a yes or no has no words of its own: with.open ? \"open\" : \"closed\"");
  }

  bool empty() const { return steps_.empty(); }
  const std::vector<Step>& steps() const { return steps_; }
  /// The first value in it, as the origin of the block around it; 0 when there is none.
  sheaf_node origin() const {
    for (const Step& step : steps_) {
      if (step.node != 0) return step.node;
    }
    return 0;
  }

  Inline& operator+=(const Inline& more) {
    steps_.insert(steps_.end(), more.steps_.begin(), more.steps_.end());
    return *this;
  }
  /// What the section worked out: a decimal, an amount or an ISO date, as "number", "money",
  /// "date".
  static Inline computed(std::string_view as, std::string value) {
    using namespace block_attribute::Computed;
    Inline made;
    made.open(block_kind::kComputed);
    made.give(kAs, std::string(as));
    made.give(kValue, std::move(value));
    return made.close();
  }
  /// An inline block of a kind that holds nothing.
  Inline& mark(std::string_view kind) {
    open(kind);
    return close();
  }
  Inline& mark(std::string_view kind, AttributeName attribute, std::string_view value) {
    open(kind);
    give(attribute, std::string(value));
    return close();
  }
  /// Puts `inner` into an inline block of a kind; round nothing there is no mark.
  Inline& mark(std::string_view kind, const Inline& inner) {
    if (inner.empty()) return *this;
    open(kind);
    *this += inner;
    return close();
  }
  Inline& mark(std::string_view kind, AttributeName attribute, std::string_view value,
               const Inline& inner) {
    if (inner.empty()) return *this;
    open(kind);
    give(attribute, std::string(value));
    *this += inner;
    return close();
  }

 private:
  void open(std::string_view kind) { steps_.push_back({Step::Verb::Open, kind, {}}); }
  void give(AttributeName name, std::string value) {
    steps_.push_back({Step::Verb::Attribute, name.view(), std::move(value)});
  }
  Inline& close() {
    steps_.push_back({Step::Verb::Close, {}, {}});
    return *this;
  }
  Inline(const Value& value, std::string_view otherwise) {
    if (value.node() != 0) {
      steps_.push_back({Step::Verb::Place, {}, {}, value.node()});
    } else {
      *this = Inline(otherwise);
    }
  }

  /// A year has no commas; what is negative has a minus sign, not a hyphen.
  static std::string as_typed(std::string digits) {
    return digits.front() == '-' ? digits.replace(0, 1, "\u2212") : digits;
  }

  std::vector<Step> steps_;
};

template <class T>
concept Piece = std::convertible_to<const T&, Inline>;

/// Pieces one after another.
template <Piece... Pieces>
Inline text(const Pieces&... pieces) {
  Inline all;
  ((all += Inline(pieces)), ...);
  return all;
}

template <Piece... Pieces>
Inline strong(const Pieces&... pieces) {
  return Inline().mark(block_kind::kStrong, text(pieces...));
}

template <Piece... Pieces>
Inline emphasis(const Pieces&... pieces) {
  return Inline().mark(block_kind::kEmphasis, text(pieces...));
}

inline Inline code(const Inline& inner) { return Inline().mark(block_kind::kCode, inner); }

/// `inner` must make sense when it is read aloud alone. `to`: https, mailto or tel.
inline Inline link(const Inline& inner, std::string_view to) {
  return Inline().mark(block_kind::kLink, block_attribute::Link::kTo, to, inner);
}

/// Words in another language, named by its BCP 47 tag: "ur", "cy".
inline Inline in_language(std::string_view tag, const Inline& inner) {
  return Inline().mark(block_kind::kLanguage, block_attribute::Language::kTag, tag, inner);
}

inline Inline abbreviation(const Inline& letters, std::string_view expansion) {
  return Inline().mark(block_kind::kAbbreviation, block_attribute::Abbreviation::kExpansion,
                       expansion, letters);
}

inline Inline status(Status word) { return word; }
inline Inline line_break() { return Inline().mark(block_kind::kLineBreak); }

template <class T>
concept Counting = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

/// A number that the section worked out, in house style: number(1316) is "1,316".
template <Counting Number>
Inline number(Number value) {
  return Inline::computed("number", std::to_string(value));
}
/// A number that was given is placed, as by itself, or set in house style when it was not.
template <std::same_as<Whole> Number>
Inline number(const Number& value) {
  return value.node() != 0 ? Inline(value) : number(value.value());
}
/// The same to so many places: number(2.54, 1) is "2.5".
template <std::floating_point Number>
Inline number(Number value, int places) {
  return Inline::computed("number", decimal_text(value, places));
}
inline Inline number(double value, int places) { return number<double>(value, places); }

/// Pounds that the section worked out: money(1250) is "£1,250".
template <Counting Number>
Inline money(Number pounds) {
  return Inline::computed("money", std::to_string(pounds));
}
template <std::same_as<Whole> Number>
Inline money(const Number& pounds) {
  return money(pounds.value());
}
/// The same to the penny: money(12.5) is "£12.50".
template <std::floating_point Number>
Inline money(Number pounds) {
  return Inline::computed("money", decimal_text(pounds, 2));
}
/// Exact amounts and numbers, such as sums of Money::pence() and Decimal::units(): pence(1250) is
/// "£12.50", pence(125000) "£1,250", decimal(1250, 2) "12.50".
inline Inline pence(std::int64_t pence) {
  return Inline::computed(
      "money", decimal_of(pence % 100 == 0 ? pence / 100 : pence, pence % 100 == 0 ? 0 : 2));
}
inline Inline decimal(std::int64_t units, int places) {
  return Inline::computed("number", decimal_of(units, places));
}

/// A change, with its sign: signed_number(88) is "+88", signed_number(-88) "−88"; 0 has none.
template <Counting Number>
Inline signed_number(Number change) {
  return text(change > 0 ? "+" : "", number(change));
}
template <std::same_as<Whole> Number>
Inline signed_number(const Number& change) {
  return signed_number(change.value());
}
/// The same to so many places; what rounds to 0 has no sign.
template <std::floating_point Number>
Inline signed_number(Number change, int places) {
  return text(is_positive(decimal_text(change, places)) ? "+" : "", number(change, places));
}
inline Inline signed_number(double change, int places) {
  return signed_number<double>(change, places);
}

/// The same of pounds: signed_money(1250) is "+£1,250".
template <Counting Number>
Inline signed_money(Number pounds) {
  return text(pounds > 0 ? "+" : "", money(pounds));
}
template <std::same_as<Whole> Number>
Inline signed_money(const Number& pounds) {
  return signed_money(pounds.value());
}
template <std::floating_point Number>
Inline signed_money(Number pounds) {
  return text(is_positive(decimal_text(pounds, 2)) ? "+" : "", money(pounds));
}

/// A date that the section worked out, as far as it is known: date(2021, 1) is "January 2021".
inline Inline date(int year, int month = 0, int day = 0) {
  return Inline::computed("date", iso_text({year, month, day}));
}

/// The value, or these words when it was not given.
template <class T>
Inline or_else(const std::optional<T>& value, const Inline& otherwise) {
  return value ? Inline(*value) : otherwise;
}

/// "1 visit", "3,000 visits".
template <class Number>
Inline counted(const Number& number, std::string_view one, std::string_view many) {
  if constexpr (Counting<Number>) {
    return text(sdk_1::number(number), " ", number == 1 ? one : many);
  } else {
    return text(number, " ", std::int64_t{number} == 1 ? one : many);
  }
}

/// "a, b and c". Takes any range of pieces; `project` turns an element into one.
template <class Range, class Projection>
Inline listed(const Range& range, Projection project, std::string_view last = " and ") {
  Inline all;
  auto at = std::begin(range);
  const auto end = std::end(range);
  for (bool first = true; at != end; first = false) {
    const Inline piece = project(*at);
    ++at;
    if (!first) all += at == end ? Inline(last) : Inline(", ");
    all += piece;
  }
  return all;
}

template <class Range>
Inline listed(const Range& range) {
  return listed(range, [](const auto& value) { return Inline(value); });
}

}  // namespace sdk_1
}  // namespace sheaf
