#pragma once
// What a page break costs, by where it falls. One scale for everything, so that the sum over a
// document decides; a wholly empty page costs kEmptyPage.

#include <cstddef>
#include <cstdint>

#include "base/units.hpp"

namespace sheaf::layout {

using Cost = std::int64_t;

/// Room left at a page's foot costs its share of this, wherever it is left, so pages are as full
/// as the breaks below allow.
constexpr Cost kEmptyPage = 2'000;
/// A last page that is filled by less than an eighth.
constexpr Cost kShortLastPage = 600;

// Between blocks: a page ends best before a section, next best before a heading in one.
constexpr Cost kBeforeSection = 0;
constexpr Cost kBeforeHeading = 20;
constexpr Cost kBetweenBlocks = 40;
constexpr Cost kAfterLeadIn = 600;    // a paragraph that ends with a colon, and its list; facts
constexpr Cost kBeforeSignOff = 300;  // what is signed stands above its signature

// Inside blocks.
constexpr Cost kBetweenLines = 60;
constexpr Cost kWidow = 400;  // one line alone over the break, or under it
constexpr Cost kBetweenItems = 50;
constexpr Cost kLoneItem = 400;  // one item, fact, tile or row of pictograms alone on a page
constexpr Cost kBetweenRows = 50;
constexpr Cost kLoneRow = 600;       // the last row of a table alone under a repeated header
constexpr Cost kSecondRow = 900;     // fewer than two rows under a header
constexpr Cost kBetweenTiles = 100;  // and rows of pictograms
constexpr Cost kInsideCaption = 2'000;

/// Inside a row, a callout or a quotation of no height; the taller it is, the less (cost_inside).
constexpr Cost kInsideWhole = 2'500;

/// A keep that is broken only when there is no other way, with a warning: a heading and what
/// follows it, a caption and its figure, a header and its first row.
constexpr Cost kKeep = 1'000'000;

/// A box that is taller than a page, alone on it.
constexpr Cost kOverfull = 1'000'000'000;

/// Before part `i` of `count` that belong together, where a break costs `between`: more if it
/// leaves one of them alone.
constexpr Cost cost_before_part(std::size_t i, std::size_t count, Cost between) {
  if (i == 0) return kBetweenBlocks;
  return between + (i == 1 || i + 1 == count ? kLoneItem : 0);
}

/// Of parting something that is best left whole: much while it is short, nothing when it fills a
/// page.
constexpr Cost cost_inside(Length height, Length page) {
  return height < page ? scaled(page - height, kInsideWhole, page.micro).micro : 0;
}

}  // namespace sheaf::layout
