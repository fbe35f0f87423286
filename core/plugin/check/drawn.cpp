#include "plugin/check/drawn.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <limits>

#include "base/utf8.hpp"
#include "model/limits.hpp"
#include "model/partial_date.hpp"

namespace sheaf::plugin::check {
namespace {

using model::Limits;
using model::Type;
using model::TypeKind;

constexpr std::uint64_t kNear = 1000;
constexpr std::size_t kLongestForm = 300;  // characters

/// The whole part of a canonical decimal, or `otherwise` when there is none or it is too large.
std::int64_t whole_part(std::string_view decimal, std::int64_t otherwise) {
  std::int64_t value = 0;
  const auto read = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  return read.ec == std::errc() ? value : otherwise;
}

/// From `least` to `most`, one in two near the least.
std::int64_t between(std::int64_t least, std::int64_t most, Random& random) {
  if (most <= least) return least;
  const auto first = static_cast<std::uint64_t>(least);
  std::uint64_t span = static_cast<std::uint64_t>(most) - first;
  if (random.one_in(2)) span = std::min(span, kNear);
  const std::uint64_t steps = span + 1 == 0 ? random.next() : random.below(span + 1);
  return static_cast<std::int64_t>(first + steps);
}

using Days = std::chrono::sys_days;

/// The first or the last day of what may be a month or a year.
Days day_of(const model::PartialDate& date, bool is_last) {
  using namespace std::chrono;
  const auto edge = [&](int known, int last) { return known ? known : is_last ? last : 1; };
  const year_month in = year(date.year) / edge(date.month, 12);
  if (date.day) return in / date.day;
  return is_last ? Days(in / last) : Days(in / 1);
}

Days edge_of(const std::string& limit, std::string_view otherwise, bool is_last) {
  const auto given = model::parse_partial_date(limit);
  return day_of(given ? *given : *model::parse_partial_date(otherwise), is_last);
}

std::string iso(Days day) {
  const std::chrono::year_month_day date(day);
  return model::to_iso({int(date.year()), static_cast<int>(unsigned(date.month())),
                        static_cast<int>(unsigned(date.day()))});
}

}  // namespace

std::string draw_number(const Type& type, Draw draw, Random& random) {
  const auto& [least, most, form, words] = type.limits;
  const std::uint64_t choice = draw == Draw::Edge ? 0 : random.below(4);
  if (choice == 0 || (choice == 1 && most.empty())) return least.empty() ? most : least;
  if (choice == 1) return most;
  using Whole = std::numeric_limits<std::int64_t>;
  const std::int64_t drawn =
      between(whole_part(least, Whole::min()), whole_part(most, Whole::max()), random);
  const bool has_pence = type.kind != TypeKind::Whole && random.one_in(2);
  return std::to_string(drawn) + (has_pence ? ".05" : "");
}

std::string draw_date(const Type& type, Draw draw, Random& random) {
  const Days first = edge_of(type.limits.least, "1000", false);
  const Days last = edge_of(type.limits.most, "9999", true);
  const std::uint64_t choice = draw == Draw::Edge ? 0 : random.below(4);
  const auto span = static_cast<std::uint64_t>(std::max<std::int64_t>((last - first).count(), 0));
  const std::chrono::days after(static_cast<std::int64_t>(random.below(span + 1)));
  const std::string day = iso(choice == 0 ? first : choice == 1 ? last : first + after);
  if (type.kind == TypeKind::Day || draw == Draw::Edge) return day;
  constexpr std::array<std::size_t, 3> kPrecisions{4, 7, 10};  // 2020, 2020-02, 2020-02-29
  return day.substr(0, random.pick(kPrecisions));
}

std::size_t clamp_size(const Limits& limits, std::size_t wished) {
  const auto least = static_cast<std::size_t>(whole_part(limits.least, 0));
  const auto most = static_cast<std::size_t>(whole_part(limits.most, -1));
  return std::max(least, std::min(wished, most));
}

std::size_t draw_size(const Limits& limits, std::size_t usual, Random& random) {
  const std::size_t least = clamp_size(limits, 0);
  const std::size_t most = clamp_size(limits, least + usual);
  const std::uint64_t choice = random.below(4);
  return choice == 0 ? least : choice == 1 ? most : least + random.below(most - least + 1);
}

std::string text_of_size(std::string_view words, std::size_t size) {
  std::string made;
  for (std::size_t at = 0; size > 0 && !words.empty(); --size) {
    const std::size_t bytes = decode(words, at).bytes;
    made += words.substr(at, bytes);
    at = at + bytes < words.size() ? at + bytes : 0;
  }
  return made;
}

std::string text_of_form(std::string_view form, std::size_t size, Random& random) {
  std::string made, found;
  for (std::size_t count = 0; count < kLongestForm; ++count) {
    if (model::has_form(made, form)) found = made;
    if (count >= size && !found.empty()) break;
    const std::string next = model::next_of_form(form, made);
    if (next.empty()) break;
    made += next[random.below(next.size())];
  }
  return found;
}

}  // namespace sheaf::plugin::check
