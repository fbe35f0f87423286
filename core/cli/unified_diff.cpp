#include <fmt/format.h>

#include <algorithm>

#include "cli/fixes.hpp"

namespace sheaf::cli {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kContext = 3;
constexpr std::size_t kMostCompared = 1'000;  // lines between the first change and the last

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// One line of the whole: ' ' kept, '-' taken away, '+' put in.
struct Step {
  char sign;
  std::string_view line;
};

/// Lengths of the longest common subsequences of all ends of two pieces (Hunt and McIlroy, 1976,
/// without their speed: the pieces are short).
class CommonLines {
 public:
  CommonLines(const Lines& a, const Lines& b)
      : width_(b.size() + 1), lengths_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        at(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  std::uint32_t& at(std::size_t i, std::size_t j) { return lengths_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> lengths_;
};

void append_steps(std::vector<Step>& steps, const Lines& a, const Lines& b) {
  std::size_t i = 0, j = 0;
  if (a.size() <= kMostCompared && b.size() <= kMostCompared) {
    CommonLines common(a, b);
    while (i < a.size() && j < b.size()) {
      if (a[i] == b[j]) {
        steps.push_back({' ', a[i++]});
        ++j;
      } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
        steps.push_back({'-', a[i++]});
      } else {
        steps.push_back({'+', b[j++]});
      }
    }
  }
  while (i < a.size()) steps.push_back({'-', a[i++]});
  while (j < b.size()) steps.push_back({'+', b[j++]});
}

std::vector<Step> steps_between(const Lines& a, const Lines& b) {
  const auto least = std::min(a.size(), b.size());
  std::size_t head = 0, tail = 0;
  while (head < least && a[head] == b[head]) ++head;
  while (tail < least - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  std::vector<Step> steps;
  const auto keep = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) steps.push_back({' ', a[i]});
  };
  const auto middle = [&](const Lines& all) {
    return Lines(all.begin() + static_cast<std::ptrdiff_t>(head),
                 all.end() - static_cast<std::ptrdiff_t>(tail));
  };
  keep(0, head);
  append_steps(steps, middle(a), middle(b));
  keep(a.size() - tail, a.size());
  return steps;
}

/// A stretch of steps that is shown, and the lines before it on both sides.
struct Hunk {
  std::size_t begin, end;
};

std::vector<Hunk> hunks_of(const std::vector<Step>& steps) {
  std::vector<Hunk> hunks;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].sign == ' ') continue;
    const std::size_t begin = i - std::min(i, kContext);
    const std::size_t end = std::min(i + 1 + kContext, steps.size());
    if (hunks.empty() || begin > hunks.back().end) {
      hunks.push_back({begin, end});
    } else {
      hunks.back().end = end;
    }
  }
  return hunks;
}

std::size_t count(std::span<const Step> steps, char other) {
  return static_cast<std::size_t>(
      std::ranges::count_if(steps, [&](const Step& step) { return step.sign != other; }));
}

/// "12,3": the first line and how many; line 0 when there are none.
std::string range_text(std::size_t before, std::size_t lines) {
  return fmt::format("{},{}", lines == 0 ? before : before + 1, lines);
}

void append_hunk(std::string& out, std::span<const Step> steps, const Hunk& hunk) {
  const auto before = steps.first(hunk.begin);
  const auto shown = steps.subspan(hunk.begin, hunk.end - hunk.begin);
  out += fmt::format("@@ -{} +{} @@\n", range_text(count(before, '+'), count(shown, '+')),
                     range_text(count(before, '-'), count(shown, '-')));
  for (const Step& step : shown) {
    out += step.sign;
    out += step.line;
    if (!step.line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const auto steps = steps_between(lines_of(before), lines_of(after));
  std::string out = fmt::format("--- {0}\n+++ {0}\n", path);
  for (const Hunk& hunk : hunks_of(steps)) append_hunk(out, steps, hunk);
  return out;
}

}  // namespace sheaf::cli
