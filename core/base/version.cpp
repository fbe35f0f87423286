#include "base/version.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sheaf {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kIdentifier =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";

bool consists_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

/// Digits without leading zeros.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  if (!consists_of(text, kDigits) || (text.size() > 1 && text.front() == '0')) return {};
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

/// Takes what stands before the first `sign` off `text`, with the sign.
std::string_view take_until(std::string_view& text, char sign) {
  const auto end = std::min(text.find(sign), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// "1", "1.2" or "1.2.3", with how many of them were given.
struct Numbers {
  std::array<std::uint64_t, 3> all{};
  std::size_t given = 0;
};

std::optional<Numbers> parse_numbers(std::string_view text) {
  Numbers numbers;
  if (text.empty() || text.back() == '.') return {};
  while (!text.empty()) {
    if (numbers.given == 3) return {};
    const auto number = parse_number(take_until(text, '.'));
    if (!number) return {};
    numbers.all[numbers.given++] = *number;
  }
  return numbers;
}

/// "beta.2"; nothing when a part is empty, or a number with a leading zero.
std::optional<std::vector<std::string>> parse_identifiers(std::string_view text) {
  std::vector<std::string> parts;
  if (text.empty() || text.back() == '.') return {};
  while (!text.empty()) {
    const std::string_view part = take_until(text, '.');
    if (!consists_of(part, kIdentifier)) return {};
    if (consists_of(part, kDigits) && part.size() > 1 && part.front() == '0') return {};
    parts.emplace_back(part);
  }
  return parts;
}

/// A version of which the last numbers may be missing, and how many were given.
struct Partial {
  Version version;
  std::size_t given = 0;
};

std::optional<Partial> parse_partial(std::string_view text) {
  const bool has_build = text.find('+') != std::string_view::npos;
  std::string_view rest = text, left = take_until(rest, '+');
  if (has_build && !consists_of(rest, "." + std::string(kIdentifier))) return {};
  const bool has_prerelease = left.find('-') != std::string_view::npos;
  const auto numbers = parse_numbers(take_until(left, '-'));
  if (!numbers || ((has_prerelease || has_build) && numbers->given < 3)) return {};
  Partial made{{numbers->all[0], numbers->all[1], numbers->all[2]}, numbers->given};
  if (!has_prerelease) return made;
  auto identifiers = parse_identifiers(left);
  if (!identifiers) return {};
  made.version.prerelease = std::move(*identifiers);
  return made;
}

/// SemVer 11.4: numbers by their value and before words, words by their bytes.
std::weak_ordering compare_identifiers(const std::string& a, const std::string& b) {
  const bool a_is_number = consists_of(a, kDigits), b_is_number = consists_of(b, kDigits);
  if (a_is_number != b_is_number) {
    return a_is_number ? std::weak_ordering::less : std::weak_ordering::greater;
  }
  if (a_is_number && a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

/// The first version after all those that share the first `kept` numbers; its earliest pre-release.
Version after(const Version& version, std::size_t kept) {
  Version next{version.major, version.minor, version.patch, {"0"}};
  if (kept == 1) next = {version.major + 1, 0, 0, {"0"}};
  if (kept == 2) next = {version.major, version.minor + 1, 0, {"0"}};
  if (kept == 3) next.patch = version.patch + 1;
  return next;
}

/// ^: up to the next change of the first number that is not 0.
std::size_t kept_by_caret(const Partial& partial) {
  if (partial.version.major > 0 || partial.given == 1) return 1;
  return partial.version.minor > 0 || partial.given == 2 ? 2 : 3;
}

}  // namespace

std::optional<Version> parse_version(std::string_view text) {
  auto partial = parse_partial(text);
  if (!partial || partial->given < 3) return {};
  return std::move(partial->version);
}

std::weak_ordering operator<=>(const Version& a, const Version& b) {
  if (const auto order = a.major <=> b.major; order != 0) return order;
  if (const auto order = a.minor <=> b.minor; order != 0) return order;
  if (const auto order = a.patch <=> b.patch; order != 0) return order;
  if (a.is_prerelease() != b.is_prerelease()) {
    return a.is_prerelease() ? std::weak_ordering::less : std::weak_ordering::greater;
  }
  return std::lexicographical_compare_three_way(a.prerelease.begin(), a.prerelease.end(),
                                                b.prerelease.begin(), b.prerelease.end(),
                                                compare_identifiers);
}

bool VersionRange::holds(const Version& version) const {
  if (version < least || (below && version >= *below)) return false;
  if (!version.is_prerelease()) return true;
  return least.is_prerelease() && least.major == version.major && least.minor == version.minor &&
         least.patch == version.patch;
}

std::optional<VersionRange> parse_version_range(std::string_view text) {
  constexpr std::array<std::string_view, 3> signs{"^", "~", ">="};
  const auto sign = std::ranges::find_if(signs, [&](auto one) { return text.starts_with(one); });
  if (sign != signs.end()) text.remove_prefix(sign->size());
  const auto partial = parse_partial(text);
  if (!partial) return {};
  VersionRange range{partial->version, {}};
  if (sign != signs.end() && *sign == ">=") return range;
  if (sign == signs.end() && range.least.is_prerelease()) {  // it alone, not what follows it
    range.below = range.least;
    range.below->prerelease.emplace_back("0");
    return range;
  }
  std::size_t kept = partial->given;
  if (sign != signs.end() && *sign == "^") kept = kept_by_caret(*partial);
  if (sign != signs.end() && *sign == "~") kept = std::min<std::size_t>(partial->given, 2);
  range.below = after(partial->version, kept);
  return range;
}

}  // namespace sheaf
