#include "data/codes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "model/foreign_date.hpp"

namespace sheaf::data {
namespace {

using model::Node;
using Cells = std::span<const Node* const>;

constexpr std::size_t kDigitsOfYear = 4;
constexpr std::size_t kDigitsOfNoAmount = 10;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool is_digits(const Node& cell) {
  return cell.is_text() && !cell.text.empty() && std::ranges::all_of(cell.text, is_digit);
}

bool is_year(const Node& cell) {
  return is_digits(cell) && cell.text.size() == kDigitsOfYear &&
         (cell.text.starts_with("19") || cell.text.starts_with("20"));
}

/// In small letters.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_letter(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

template <std::size_t size>
bool is_one_of(const std::string& word, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// "Year", "year built", "Financial year"; not "This year" or "Year to date", which may count.
bool names_year(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 6> kKinds{"financial", "calendar", "tax",
                                                   "fiscal",    "academic", "school"};
  constexpr std::array<std::string_view, 4> kCounted{"to", "end", "total", "so"};
  if (words.empty()) return false;
  const std::string &first = words.front(), &last = words.back();
  if (first == "year" || first == "fy") return words.size() == 1 || !is_one_of(words[1], kCounted);
  return last == "year" && words.size() > 1 && is_one_of(words[words.size() - 2], kKinds);
}

/// "id", "Case number", "Order no."; not "Number", which may count something.
bool names_reference(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 7> kReferences{"id",   "ref",  "reference", "code",
                                                        "uprn", "usrn", "urn"};
  constexpr std::array<std::string_view, 15> kNumbered{
      "id",       "ref",   "reference", "account", "application", "asset",    "case",  "contract",
      "customer", "house", "invoice",   "job",     "order",       "property", "ticket"};
  if (words.empty()) return false;
  const std::string& last = words.back();
  if (is_one_of(last, kReferences)) return true;
  return words.size() > 1 && (last == "no" || last == "number") &&
         is_one_of(words[words.size() - 2], kNumbered);
}

bool all_have(Cells cells, std::size_t digits) {
  return std::ranges::all_of(cells, [&](const Node* cell) { return cell->text.size() >= digits; });
}

bool any_has(Cells cells, std::size_t digits) {
  return std::ranges::any_of(cells, [&](const Node* cell) { return cell->text.size() >= digits; });
}

}  // namespace

bool are_codes(const Column& column, Cells cells) {
  const auto holds = [&](auto is) {
    return std::ranges::all_of(cells, [&](const Node* cell) { return is(*cell); });
  };
  if (cells.empty() || !holds(is_digits)) return false;
  const auto words = words_of(column.name);
  if (names_year(words) && holds(is_year)) return true;
  if (column.worked_out) return false;
  return all_have(cells, kDigitsOfNoAmount) ||
         (names_reference(words) && any_has(cells, kDigitsOfYear));
}

bool are_financial_years(const Column& column, Cells cells) {
  const auto is_one = [](const Node* cell) {
    return cell->is_text() && model::is_financial_year(cell->text);
  };
  return !cells.empty() && std::ranges::all_of(cells, is_one) &&
         (cells.size() > 1 || names_year(words_of(column.name)));
}

}  // namespace sheaf::data
