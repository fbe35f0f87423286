#include "image/pictogram.hpp"

#include <algorithm>
#include <array>

#include "image/path_text.hpp"

namespace sheaf::image {
namespace {

constexpr std::int16_t kStroke = 250;

template <PathText kText>
constexpr PictogramPath stroke{PathPaint::Stroke, kStroke, kSteps<kText>};

/// A little line that is as thick as it is long, or nearly.
template <PathText kText>
constexpr PictogramPath dot{PathPaint::Stroke, 350, kSteps<kText>};

/// The ground of every pictogram: the whole square, its corners rounded.
constexpr PictogramPath kGround{
    PathPaint::Fill, 0,
    kSteps<"M 9 0 L 39 0 C 44 0 48 4 48 9 L 48 39 C 48 44 44 48 39 48 L 9 48 C 4 48 0 44 0 39 "
           "L 0 9 C 0 4 4 0 9 0 Z">};

/// An open hand among soap bubbles.
constexpr std::array kHands{
    kGround,
    stroke<"M 14 28 L 14 17.5 C 14 15.8 15.3 14.5 17 14.5 C 18.7 14.5 20 15.8 20 17.5 L 20 25">,
    stroke<"M 20 25 L 20 13.5 C 20 11.8 21.3 10.5 23 10.5 C 24.7 10.5 26 11.8 26 13.5 L 26 25">,
    stroke<"M 26 25 L 26 15 C 26 13.3 27.3 12 29 12 C 30.7 12 32 13.3 32 15 L 32 25">,
    stroke<"M 32 25 L 32 20 C 32 18.3 33.3 17 35 17 C 36.7 17 38 18.3 38 20 L 38 29 "
           "C 38 36.5 33.5 41.5 26.5 41.5 C 21.5 41.5 18.5 39.5 16 36 L 8.9 27.2 "
           "C 7.8 25.8 8 24 9.3 23 C 10.6 22 12.3 22.2 13.4 23.5 L 14 24.3">,
    stroke<"O 8.5 12.5 2.75">,
    stroke<"O 39.5 9.5 2.75">,
    dot<"M 14.8 7.4 L 15.2 7.4">};

/// Two people, and the distance between them.
constexpr std::array kSpace{
    kGround,
    stroke<"O 12 12 3.75">,
    stroke<"M 6 29 L 6 26 C 6 22.5 8.5 20 12 20 C 15.5 20 18 22.5 18 26 L 18 29">,
    stroke<"O 36 12 3.75">,
    stroke<"M 30 29 L 30 26 C 30 22.5 32.5 20 36 20 C 39.5 20 42 22.5 42 26 L 42 29">,
    stroke<"M 9 37.5 L 39 37.5">,
    stroke<"M 13 33.5 L 9 37.5 L 13 41.5">,
    stroke<"M 35 33.5 L 39 37.5 L 35 41.5">};

/// A face with a covering over nose and mouth.
constexpr std::array kFace{kGround,
                           stroke<"O 24 24 16.5">,
                           stroke<"M 8 27 C 14.5 27 19.5 22.5 24 22.5 C 28.5 22.5 33.5 27 40 27">,
                           stroke<"M 18 29.5 L 30 29.5">,
                           stroke<"M 19.5 34.5 L 28.5 34.5">,
                           dot<"M 17.8 17.5 L 18.2 17.5">,
                           dot<"M 29.8 17.5 L 30.2 17.5">};

/// The road sign: a ring, and an arrow down to the left.
constexpr std::array kKeepLeft{kGround, stroke<"O 24 24 16.5">, stroke<"M 31 17 L 17.5 30.5">,
                               stroke<"M 17 20.5 L 17 31 L 27.5 31">};

/// An open window, and the wind.
constexpr std::array kVentilate{
    kGround,
    stroke<"M 7 8 L 15.5 13 L 15.5 42 L 7 37 Z">,
    stroke<"M 7 8 L 22 8 L 22 14.5">,
    stroke<"M 22 34.5 L 22 38 L 15.5 38">,
    stroke<"M 22 19.5 L 34 19.5 C 36.7 19.5 38.5 17.8 38.5 15.3 C 38.5 12.9 36.8 11.3 34.6 11.3 "
           "C 32.5 11.3 31 12.6 30.7 14.5">,
    stroke<"M 22 24.5 L 41.5 24.5">,
    stroke<"M 22 29.5 L 32 29.5 C 34.5 29.5 36.2 31.2 36.2 33.5 C 36.2 35.7 34.7 37.1 32.7 37.1 "
           "C 30.9 37.1 29.6 36 29.2 34.4">};

/// Someone at home.
constexpr std::array kIsolate{kGround, stroke<"M 7 22.5 L 24 8 L 41 22.5">,
                              stroke<"M 11 20 L 11 40 L 37 40 L 37 20">, stroke<"O 24 23 3.5">,
                              stroke<"M 17 40 C 17 34 19.5 31 24 31 C 28.5 31 31 34 31 40">};

/// A swab and its tube.
constexpr std::array kTest{
    kGround,
    stroke<"M 22 9 L 36 9">,
    stroke<"M 24 9 L 24 34 C 24 37 26 39.5 29 39.5 C 32 39.5 34 37 34 34 L 34 9">,
    stroke<"M 24 24 L 34 24">,
    stroke<"M 14 19 L 14 39">,
    stroke<"M 14 9 C 15.7 9 17 10.3 17 12 L 17 16 C 17 17.7 15.7 19 14 19 C 12.3 19 11 17.7 11 16 "
           "L 11 12 C 11 10.3 12.3 9 14 9 Z">,
    dot<"M 28.8 31 L 29.2 31">};

constexpr std::array<std::string_view, 7> kNames{"hands",     "space",   "face", "keep-left",
                                                 "ventilate", "isolate", "test"};
constexpr std::array<std::span<const PictogramPath>, 7> kPaths{
    kHands, kSpace, kFace, kKeepLeft, kVentilate, kIsolate, kTest};

}  // namespace

std::span<const PictogramPath> pictogram(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return {};
  return kPaths[static_cast<std::size_t>(found - kNames.begin())];
}

}  // namespace sheaf::image
