#include "text/total_fit.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace sheaf::text {
namespace {

using Cost = std::int64_t;

constexpr Cost kLine = 30;    // each line costs, so that fewer lines are better
constexpr Cost kFull = 1000;  // an empty line's raggedness; also the worst stretch counted
constexpr Cost kOverfull = 1'000'000'000;
constexpr Cost kRunt = 40'000;        // a last line of one short word
constexpr Cost kTwoHyphens = 20'000;  // hyphens at two line ends in a row

/// By BreakKind, beside the square of (kLine + raggedness in thousandths of the measure).
constexpr std::array<Cost, 9> kBreakCost{kOverfull, 0,         5'000,      20'000, 40'000,
                                         60'000,    4'000'000, 10'000'000, 0};

constexpr Cost break_cost(BreakKind kind) { return kBreakCost[static_cast<std::size_t>(kind)]; }

constexpr bool hyphenated(BreakKind kind) {
  return kind == BreakKind::SoftHyphen || kind == BreakKind::Inner;
}

constexpr Cost squared(Cost value) { return value * value; }

class TotalFit {
 public:
  TotalFit(std::span<const Opportunity> opportunities, const Measure& measure)
      : at_(opportunities), measure_(measure), best_(opportunities.size()) {
    // (slack >> 10) * scale_ >> 20 is slack in thousandths of the measure, without a division.
    const std::int64_t width = std::max<std::int64_t>(measure.width.micro >> 10, 1);
    scale_ = (kFull << 20) / width;
  }

  std::vector<std::uint32_t> run() {
    std::uint32_t first = 0;  // the earliest place from which a line still reaches here
    for (std::uint32_t end = 1; end < at_.size(); ++end) {
      while (first + 1 < end && least_width(first, end) > room(first)) ++first;
      settle(first, end);
      if (at_[end].kind == BreakKind::Forced) first = end;
    }
    return trace();
  }

 private:
  struct Best {
    Cost cost = 0;
    std::uint32_t from = 0;
  };

  bool justified() const { return measure_.alignment == model::Alignment::Justified; }
  bool last(std::uint32_t end) const {
    return end + 1 == at_.size() || at_[end].kind == BreakKind::Forced;
  }
  Length room(std::uint32_t from) const {
    return from == 0 ? measure_.width - measure_.first_indent : measure_.width;
  }
  Length width(std::uint32_t from, std::uint32_t end) const {
    return at_[end].end - at_[from].next;
  }
  Length spaces(std::uint32_t from, std::uint32_t end) const {
    return at_[end].spaces_end - at_[from].spaces_next;
  }
  Length least_width(std::uint32_t from, std::uint32_t end) const {
    const Length natural = width(from, end);
    return justified() ? natural - spaces(from, end) / kSpaceShrink : natural;
  }

  Cost thousandths(Length slack) const { return ((slack.micro >> 10) * scale_) >> 20; }

  /// 1000 for spaces stretched or shrunk as far as they should be.
  static Cost strain(Length slack, Length spaces) {
    const Length give = slack.micro < 0 ? spaces / kSpaceShrink : spaces / kSpaceStretch;
    if (give.micro <= 0) return kFull;
    return std::min(std::max(slack, -slack).micro * 300 / give.micro, kFull);
  }

  Cost raggedness(std::uint32_t from, std::uint32_t end, Length slack) const {
    const bool balanced = measure_.balanced || measure_.alignment == model::Alignment::Centre;
    const bool free = last(end) && !balanced;
    if (free && slack.micro >= 0) return 0;
    return justified() ? strain(slack, spaces(from, end)) : thousandths(slack);
  }

  Cost runt(std::uint32_t from, std::uint32_t end, Length slack) const {
    const bool one_word = spaces(from, end).micro == 0;
    return last(end) && from > 0 && one_word && thousandths(slack) > kFull * 2 / 3 ? kRunt : 0;
  }

  Cost line_cost(std::uint32_t from, std::uint32_t end) const {
    const Length slack = room(from) - width(from, end) - at_[end].hyphen;
    const Length shrink = justified() ? spaces(from, end) / kSpaceShrink : Length{};
    if (slack + shrink < Length{}) return kOverfull + thousandths(-slack);
    const bool twice = hyphenated(at_[from].kind) && hyphenated(at_[end].kind);
    return squared(kLine + raggedness(from, end, slack)) + break_cost(at_[end].kind) +
           runt(from, end, slack) + (twice ? kTwoHyphens : 0);
  }

  void settle(std::uint32_t first, std::uint32_t end) {
    Best best{std::numeric_limits<Cost>::max(), first};
    for (std::uint32_t from = first; from < end; ++from) {
      const Cost cost = best_[from].cost + line_cost(from, end);
      if (cost < best.cost) best = {cost, from};
    }
    best_[end] = best;
  }

  std::vector<std::uint32_t> trace() const {
    std::vector<std::uint32_t> ends;
    for (auto at = static_cast<std::uint32_t>(at_.size() - 1); at > 0; at = best_[at].from) {
      ends.push_back(at);
    }
    std::ranges::reverse(ends);
    return ends;
  }

  std::span<const Opportunity> at_;
  const Measure& measure_;
  std::vector<Best> best_;
  std::int64_t scale_ = 0;
};

bool one_line(std::span<const Opportunity> at, const Measure& measure) {
  if (at.back().end > measure.width - measure.first_indent) return false;
  const auto inner = at.subspan(1, at.size() - 2);
  return std::ranges::find(inner, BreakKind::Forced, &Opportunity::kind) == inner.end();
}

}  // namespace

std::vector<std::uint32_t> choose_line_ends(std::span<const Opportunity> opportunities,
                                            const Measure& measure) {
  if (opportunities.size() < 2) return {};
  const auto end = static_cast<std::uint32_t>(opportunities.size() - 1);
  if (one_line(opportunities, measure)) return {end};
  return TotalFit(opportunities, measure).run();
}

}  // namespace sheaf::text
