#include "layout/table_columns.hpp"

#include <algorithm>

namespace sheaf::layout {
namespace {

/// What a column may be, and how strongly it claims room in between.
struct Claim {
  Length least, most;
  std::int64_t weight;

  Length at(Length share) const { return std::clamp(share * weight, least, most); }
};

using Claims = std::vector<Claim>;

Length sum_at(const Claims& claims, Length share) {
  Length sum;
  for (const Claim& claim : claims) sum += claim.at(share);
  return sum;
}

/// The largest common share with which all fit.
Length fair_share(const Claims& claims, Length available) {
  Length low, high = available;
  while (low < high) {
    const Length middle = low + (high - low + Length{1}) / 2;
    if (sum_at(claims, middle) <= available) {
      low = middle;
    } else {
      high = middle - Length{1};
    }
  }
  return low;
}

/// Gives what is over to the columns by their widths.
void spread(std::vector<Length>& widths, Length available) {
  Length sum;
  for (const Length width : widths) sum += width;
  Length over = available - sum;
  for (Length& width : widths) {
    const Length rest = sum.micro > 0 ? scaled(over, width.micro, sum.micro) : Length{};
    sum -= width;
    over -= rest;
    width += rest;
  }
}

/// Text claims room by its length, or a column of sentences would stand high and narrow beside
/// names; short text claims a little more, so that names and dates break last.
std::int64_t weight_of(Length most, Length available) {
  return 4 + std::clamp<std::int64_t>(most * 8 / available, 0, 16);
}

}  // namespace

std::vector<Length> column_widths(std::span<const text::ContentWidths> contents, Length available) {
  Length least;
  for (const text::ContentWidths& content : contents) least += content.min;
  const bool words_fit = least <= available;
  Claims claims;
  for (const auto& [min, max] : contents) {
    claims.push_back(words_fit ? Claim{min, max, weight_of(max, available)} : Claim{{}, min, 1});
  }
  const Length share = fair_share(claims, available);
  std::vector<Length> widths;
  for (const Claim& claim : claims) widths.push_back(claim.at(share));
  spread(widths, available);
  return widths;
}

}  // namespace sheaf::layout
