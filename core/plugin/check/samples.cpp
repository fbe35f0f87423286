#include "plugin/check/samples.hpp"

#include <array>

#include <fmt/format.h>

#include "plugin/check/drawn.hpp"
#include "plugin/check/random.hpp"

namespace sheaf::plugin::check {
namespace {

using model::Field;
using model::Type;
using model::TypeKind;

constexpr std::size_t kLongText = 20'000;  // characters, of a text that stands alone
constexpr std::size_t kLongEntry = 300;    // and of one in a list
constexpr std::size_t kLongList = 200;     // entries
constexpr std::size_t kLongForm = 40;      // characters, of a text that has a form
constexpr int kTries = 8;

constexpr std::array<std::string_view, 13> kTexts{
    "",
    "a",
    "Our teams have kept going.",
    "0",
    "no",
    "2020-11-25",
    "«Straße» – naïve café, 10\u00a0% ‘quoted’",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦 e\u0301 \u200b",
    "a_b*c`d[e](f)<g>&amp;\\h",
    "%s%n%d {} {0} $x ${HOME} ; -- '",
    "two\n\nparagraphs",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"};
constexpr std::array<std::string_view, 6> kWhole{
    "0", "1", "-1", "42", "9223372036854775807", "-9223372036854775808"};
constexpr std::array<std::string_view, 6> kDecimals{"0",       "-0.01", "12.5",
                                                    "1000000", "0.10",  "99999999999999999999.99"};
constexpr std::array<std::string_view, 4> kMoney{"0", "12.50", "1250", "999999999999.99"};
constexpr std::array<std::string_view, 4> kDates{"2020", "2020-02", "2020-11-25", "9999-12"};

Json number(std::string_view text) {
  Json made;
  made.kind = Json::Kind::Number;
  made.text = text;
  return made;
}

bool is_null(const Json& value) { return value.kind == Json::Kind::Null; }

class Maker {
 public:
  Maker(SampleKind kind, std::uint64_t seed) : kind_(kind), random_(seed) {}

  /// `example` overrides those of the fields.
  Json record(const Type& type, const Json& example) {
    Json made = Json::object();
    for (const Field& field : type.fields) {
      if (!field.required && !wants_optional()) continue;
      Json value = fitting(field.type, example_for(field, type, example));
      if (!is_null(value)) made.set(field.name, std::move(value));
    }
    return made;
  }

 private:
  bool wants_optional() {
    if (kind_ == SampleKind::Random) return random_.one_in(2);
    return kind_ != SampleKind::Least;
  }

  static const Json& example_for(const Field& field, const Type& record, const Json& example) {
    if (const Json* given = example.find(field.name)) return *given;
    const bool stands_alone = example.kind != Json::Kind::Object && !is_null(example);
    return stands_alone && record.shorthand == field.name ? example : field.example;
  }

  static bool fits(const Type& type, const Json& value) {
    Type record;
    record.kind = TypeKind::Record;
    record.fields = {{"value", {}, type, true}};
    return bind_sample(Json::object({{"value", value}}), record).has_value();
  }

  /// A value that the schema takes: what was wished, or else the example; Null when neither is one.
  Json fitting(const Type& type, const Json& example) {
    for (int i = 0; i < (kind_ == SampleKind::Random ? kTries : 1); ++i) {
      Json made = value(type, example);
      if (!is_null(made) && fits(type, made)) return made;
    }
    return !is_null(example) && fits(type, example) ? example : Json();
  }

  Json value(const Type& type, const Json& example) {
    switch (type.kind) {
      case TypeKind::Record: return record(type, example);
      case TypeKind::List:
      case TypeKind::Rows: return list(type, example);
      case TypeKind::Table: return table(type, example);
      case TypeKind::KeyedChoice: return keyed(type, example);
      default: return scalar(type, example);
    }
  }

  std::size_t entries(const model::Limits& limits, std::size_t given) {
    const bool is_deep = depth_ > 1;
    switch (kind_) {
      case SampleKind::Full: return clamp_size(limits, std::max<std::size_t>(given, 2));
      case SampleKind::Least: return clamp_size(limits, 1);
      case SampleKind::Long: return clamp_size(limits, is_deep ? 2 : kLongList);
      case SampleKind::Random: break;
    }
    if (is_deep) return draw_size(limits, 2, random_);
    const bool is_open = limits.most.empty() || random_.one_in(4);
    return draw_size(limits, is_open ? 4 : kLongList, random_);
  }

  Json list(const Type& type, const Json& example) {
    ++depth_;
    const std::size_t count = entries(type.limits, example.items.size());
    Json made = Json::array();
    for (std::size_t i = 0; i < count; ++i) {
      const bool is_list = example.kind == Json::Kind::Array;
      const Json& one = !is_list                ? example
                        : example.items.empty() ? kNothing
                                                : example.items[i % example.items.size()];
      Json entry = fitting(type.item.at(0), one);
      if (!is_null(entry)) made.items.push_back(std::move(entry));
    }
    --depth_;
    return made;
  }

  /// Rows of three columns.
  Json table(const Type& type, const Json& example) {
    if (example.kind == Json::Kind::Array && kind_ != SampleKind::Random) return example;
    Json made = Json::array();
    const std::size_t rows = entries(type.limits, 2);
    for (std::size_t i = 0; i < rows; ++i) {
      made.items.push_back(Json::object({{"service", Json::string(text())},
                                         {"cost", number("12.50")},
                                         {"note", Json::string("")}}));
    }
    return made;
  }

  Json keyed(const Type& type, const Json& example) {
    if (kind_ != SampleKind::Random && example.members.size() == 1) return example;
    const std::string& key = type.choices[random_.below(type.choices.size())];
    return Json::object({{key, fitting(type.item.at(0), kNothing)}});
  }

  std::string text() {
    if (kind_ == SampleKind::Long) return long_text();
    if (kind_ != SampleKind::Random) return "Some words";
    if (random_.one_in(40)) return long_text();
    return std::string(random_.pick(kTexts));
  }

  /// Of a type with limits: as long as it may be, or of any length.
  std::string limited_text(const model::Limits& limits) {
    const std::size_t longest = limits.form.empty() ? kLongText : kLongForm;
    const std::size_t size = kind_ == SampleKind::Long     ? clamp_size(limits, longest)
                             : kind_ == SampleKind::Random ? draw_size(limits, kLongForm, random_)
                                                           : clamp_size(limits, 10);
    if (!limits.form.empty()) return text_of_form(limits.form, size, random_);
    return text_of_size(text(), size);
  }

  std::string text_for(const Type& type) {
    return type.limits == model::Limits() ? text() : limited_text(type.limits);
  }

  Json number_for(const Type& type) {
    if (type.limits != model::Limits()) return number(draw_number(type, draw(), random_));
    if (type.kind == TypeKind::Whole) return number(random_.pick(kWhole));
    if (type.kind == TypeKind::Money) return number(random_.pick(kMoney));
    return number(random_.pick(kDecimals));
  }

  Draw draw() const { return kind_ == SampleKind::Random ? Draw::Any : Draw::Edge; }

  std::string long_text() const {
    std::string text = "It";
    while (text.size() < (depth_ == 0 ? kLongText : kLongEntry)) text += " goes on and on";
    return text;
  }

  /// Examples are kept but where something long or random is wished.
  bool keeps(const Type& type, const Json& example) const {
    if (is_null(example) || kind_ == SampleKind::Random) return false;
    const bool is_text = type.kind == TypeKind::Text || type.kind == TypeKind::Markdown;
    return kind_ != SampleKind::Long || !is_text;
  }

  Json scalar(const Type& type, const Json& example) {
    if (keeps(type, example)) return example;
    switch (type.kind) {
      case TypeKind::Whole:
      case TypeKind::Decimal:
      case TypeKind::Money: return number_for(type);
      case TypeKind::YesNo: return Json::boolean(random_.one_in(2));
      case TypeKind::Choice: return Json::string(type.choices[random_.below(type.choices.size())]);
      case TypeKind::Day:
      case TypeKind::PartialDate: return Json::string(draw_date(type, draw(), random_));
      case TypeKind::Timing:
        return Json::string(random_.one_in(2) ? "imminently" : random_.pick(kDates));
      case TypeKind::Person: return person();
      case TypeKind::Link:
        return Json::object(
            {{"text", Json::string(text())}, {"to", Json::string("https://www.gov.uk/")}});
      case TypeKind::Image:
        return Json::object(
            {{"file", Json::string("picture.png")}, {"alt", Json::string("A wall")}});
      default: return Json::string(text_for(type));
    }
  }

  Json person() {
    Json made = Json::object({{"name", Json::string(text())}});
    if (wants_optional()) made.set("post", Json::string(text()));
    if (wants_optional()) made.set("phone", Json::string("0115 915 5555"));
    return made;
  }

  const Json kNothing{};
  SampleKind kind_;
  Random random_;
  int depth_ = 0;  // of lists in each other
};

}  // namespace

Json make_sample(const Type& parameters, SampleKind kind, std::uint64_t seed) {
  return Maker(kind, seed).record(parameters, {});
}

}  // namespace sheaf::plugin::check
