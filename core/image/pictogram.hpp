#pragma once
// The bundled pictograms: path data of our own on a 48 by 48 grid.

#include <cstdint>
#include <span>
#include <string_view>

namespace sheaf::image {

enum class PathVerb : std::uint8_t { Move, Line, Curve, Close };

/// One step of a path; coordinates in hundredths of the 48-unit grid, y downwards.
struct PathStep {
  PathVerb verb;
  std::int16_t x1, y1, x2, y2, x, y;  // Curve uses all; Move and Line x and y
};

enum class PathPaint : std::uint8_t { Fill, Stroke };

/// Fills are the ground, strokes the drawing on it. Strokes have round ends and joins.
struct PictogramPath {
  PathPaint paint;
  std::int16_t stroke_width;  // hundredths of a unit
  std::span<const PathStep> steps;
};

/// By the names of model::pictogram_names(), in the order of drawing. Empty when there is no
/// pictogram of that name. Static data.
std::span<const PictogramPath> pictogram(std::string_view name);

}  // namespace sheaf::image
