#pragma once
// Path data as text, read by the compiler: M x y, L x y, C x1 y1 x2 y2 x y, Z, and O x y r, a
// circle. Numbers have at most two decimals. Internal to image/.

#include <array>
#include <cstddef>

#include "image/pictogram.hpp"

namespace sheaf::image {

template <std::size_t N>
struct PathText {
  char text[N];
  constexpr PathText(const char (&source)[N]) {  // implicit: it is written as a literal
    for (std::size_t i = 0; i < N; ++i) text[i] = source[i];
  }
};

class PathTextReader {
 public:
  constexpr explicit PathTextReader(const char* text) : at_(text) {}

  /// The next command's letter; 0 at the end.
  constexpr char command() {
    while (*at_ == ' ') ++at_;
    return *at_ ? *at_++ : '\0';
  }
  /// In hundredths.
  constexpr std::int16_t number() {
    while (*at_ == ' ') ++at_;
    int value = 0, decimals = 2;
    for (; *at_ >= '0' && *at_ <= '9'; ++at_) value = 10 * value + (*at_ - '0');
    if (*at_ == '.') {
      for (++at_; *at_ >= '0' && *at_ <= '9'; ++at_, --decimals) value = 10 * value + (*at_ - '0');
    }
    for (; decimals > 0; --decimals) value *= 10;
    if (decimals < 0 || value > 4800) throw "not a number on the grid";  // stops the compiler
    return static_cast<std::int16_t>(value);
  }

 private:
  const char* at_;
};

constexpr std::size_t count_steps(const char* text) {
  std::size_t steps = 0;
  for (; *text; ++text) {
    const bool one = *text == 'M' || *text == 'L' || *text == 'C' || *text == 'Z';
    steps += *text == 'O' ? 6 : one ? 1 : 0;
  }
  return steps;
}

/// A circle of four curves; 0.5523 of the radius makes a quarter within 0.03 %.
constexpr void add_circle(PathStep*& out, int x, int y, int r) {
  const int k = (r * 5523 + 5000) / 10000;
  const auto curve = [&](int x1, int y1, int x2, int y2, int x3, int y3) {
    const auto narrow = [](int v) { return static_cast<std::int16_t>(v); };
    *out++ = {PathVerb::Curve, narrow(x1), narrow(y1), narrow(x2),
              narrow(y2),      narrow(x3), narrow(y3)};
  };
  *out++ = {
      PathVerb::Move, 0, 0, 0, 0, static_cast<std::int16_t>(x + r), static_cast<std::int16_t>(y)};
  curve(x + r, y + k, x + k, y + r, x, y + r);
  curve(x - k, y + r, x - r, y + k, x - r, y);
  curve(x - r, y - k, x - k, y - r, x, y - r);
  curve(x + k, y - r, x + r, y - k, x + r, y);
  *out++ = {PathVerb::Close, 0, 0, 0, 0, 0, 0};
}

template <std::size_t N>
constexpr std::array<PathStep, N> read_steps(const char* text) {
  std::array<PathStep, N> steps{};
  PathStep* out = steps.data();
  PathTextReader in(text);
  for (char c = in.command(); c != '\0'; c = in.command()) {
    if (c == 'O') {
      const int x = in.number(), y = in.number(), r = in.number();
      add_circle(out, x, y, r);
      continue;
    }
    PathStep& step = *out++;
    step.verb = c == 'M'   ? PathVerb::Move
                : c == 'L' ? PathVerb::Line
                : c == 'C' ? PathVerb::Curve
                : c == 'Z' ? PathVerb::Close
                           : throw "no such command";
    if (c == 'C')
      step.x1 = in.number(), step.y1 = in.number(), step.x2 = in.number(), step.y2 = in.number();
    if (c != 'Z') step.x = in.number(), step.y = in.number();
  }
  return steps;
}

template <PathText kText>
inline constexpr auto kSteps = read_steps<count_steps(kText.text)>(kText.text);

}  // namespace sheaf::image
