#include "config/gone_by.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "model/foreign_date.hpp"

namespace sheaf::config {
namespace {

using model::PartialDate;

bool is_text(std::string_view name) {
  constexpr std::array<std::string_view, 7> kEndings{".yaml", ".yml",   ".md", ".csv",
                                                     ".json", ".jsonl", ".txt"};
  return std::ranges::any_of(kEndings, [&](auto ending) { return name.ends_with(ending); });
}

bool is_of_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' ||
         c == '-';
}

/// Pieces of letters, digits and what dates are written with.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && is_of_word(line[end])) ++end;
    if (end > at) words.push_back(line.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

std::optional<PartialDate> date_of(std::string_view text) {
  const auto iso = model::parse_partial_date(text);
  if (iso) return iso->month > 0 ? iso : std::nullopt;  // a number of four digits may be anything
  const auto foreign = model::parse_foreign_date(text);
  if (!foreign) return {};
  const bool is_number = !foreign->date.is_day() && text.find_first_of("/.-") != text.npos;
  return is_number ? std::nullopt : std::optional(foreign->date);  // Minute 12/2020
}

/// The dates of a line with as many words as each takes: "25 November 2020" before "November 2020".
class Line {
 public:
  explicit Line(std::string_view line) : line_(line), words_(words_of(line)) {}

  template <class Take>
  void for_each_date(Take take) const {
    for (std::size_t i = 0; i < words_.size();) i += date_at(i, take);
  }

 private:
  /// How many words it took.
  template <class Take>
  std::size_t date_at(std::size_t first, Take& take) const {
    for (std::size_t count = std::min<std::size_t>(3, words_.size() - first); count > 0; --count) {
      const std::string_view text = from_to(first, first + count - 1);
      const auto date = date_of(text);
      if (!date) continue;
      take(text, *date);
      return count;
    }
    return 1;
  }

  std::string_view from_to(std::size_t first, std::size_t last) const {
    const char* begin = words_[first].data();
    const char* end = words_[last].data() + words_[last].size();
    return line_.substr(static_cast<std::size_t>(begin - line_.data()),
                        static_cast<std::size_t>(end - begin));
  }

  std::string_view line_;
  std::vector<std::string_view> words_;
};

void add_dates(const NextFile& file, const PartialDate& last, const PartialDate& next,
               std::vector<GoneDate>& found) {
  std::string_view rest = file.bytes;
  for (int number = 1; !rest.empty(); ++number) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.find("review_by:") != line.npos) continue;
    Line(line).for_each_date([&](std::string_view text, const PartialDate& date) {
      if (!model::is_after(next, date) || model::is_after(last, date)) return;
      GoneDate gone{file.name, number, std::string(text)};
      if (std::ranges::find(found, gone) == found.end()) found.push_back(std::move(gone));
    });
  }
}

}  // namespace

std::vector<GoneDate> dates_gone_by(const std::vector<NextFile>& files, const PartialDate& last,
                                    const PartialDate& next) {
  std::vector<GoneDate> found;
  for (const NextFile& file : files) {
    if (is_text(file.name)) add_dates(file, last, next, found);
  }
  return found;
}

}  // namespace sheaf::config
