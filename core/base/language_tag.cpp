#include "base/language_tag.hpp"

#include <algorithm>
#include <vector>

namespace sheaf {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool letters(std::string_view s, std::size_t least, std::size_t most) {
  return s.size() >= least && s.size() <= most && std::ranges::all_of(s, is_letter);
}

bool alphanumeric(std::string_view s, std::size_t least, std::size_t most) {
  const auto fits = [](char c) { return is_letter(c) || is_digit(c); };
  return s.size() >= least && s.size() <= most && std::ranges::all_of(s, fits);
}

bool is_region(std::string_view s) {
  return letters(s, 2, 2) || (s.size() == 3 && std::ranges::all_of(s, is_digit));
}

bool is_variant(std::string_view s) {
  return alphanumeric(s, 5, 8) || (alphanumeric(s, 4, 4) && is_digit(s[0]));
}

std::vector<std::string_view> subtags(std::string_view tag) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= tag.size();) {
    const auto end = std::min(tag.find('-', begin), tag.size());
    parts.push_back(tag.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Eats subtags from the front of a tag.
class Subtags {
 public:
  explicit Subtags(std::string_view tag) : parts_(subtags(tag)) {}
  bool done() const { return at_ == parts_.size(); }
  template <class Fits>
  bool take(Fits fits) {
    if (done() || !fits(parts_[at_])) return false;
    ++at_;
    return true;
  }

 private:
  std::vector<std::string_view> parts_;
  std::size_t at_ = 0;
};

/// `u-co-phonebk`, `x-house`: a single sign, then at least one subtag.
bool take_extensions(Subtags& rest) {
  while (rest.take([](std::string_view s) { return alphanumeric(s, 1, 1); })) {
    const auto fits = [](std::string_view s) { return alphanumeric(s, 2, 8); };
    if (!rest.take(fits)) return false;
    while (rest.take(fits)) {}
  }
  return true;
}

}  // namespace

bool is_en_uk(std::string_view tag) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(tag, std::string_view("en-uk"), {}, small);
}

bool is_language_tag(std::string_view tag) {
  if (is_en_uk(tag)) return false;
  Subtags rest(tag);
  if (!rest.take([](std::string_view s) { return letters(s, 2, 8); })) return false;
  const auto extended = [](std::string_view s) { return letters(s, 3, 3); };
  for (int i = 0; i < 3 && rest.take(extended); ++i) {}
  rest.take([](std::string_view s) { return letters(s, 4, 4); });
  rest.take(is_region);
  while (rest.take(is_variant)) {}
  return take_extensions(rest) && rest.done();
}

}  // namespace sheaf
