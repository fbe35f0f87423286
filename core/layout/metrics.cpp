#include <algorithm>
#include <utility>
#include <vector>

#include "layout/blocks.hpp"
#include "layout/filled_box.hpp"
#include "layout/page_maker.hpp"

namespace sheaf::layout {
namespace {

using model::StructureId;

constexpr Length kLeastTile = pt(112);
constexpr std::int64_t kMostBeside = 4;

/// Figures as tiles of one height, two to four beside one another.
class MetricsSetter {
 public:
  MetricsSetter(Builder& builder, StructureId metrics, const Column& column, Flow& flow)
      : builder_(builder),
        style_(builder.theme().metric),
        metrics_(metrics),
        tiles_(builder.element(metrics).children),
        column_(column),
        flow_(flow),
        right_to_left_(builder.is_right_to_left(metrics)) {}

  void set() {
    if (tiles_.empty()) return;
    flow_.space(builder_.theme().paragraph_gap);
    const std::size_t beside = tiles_beside();
    const std::size_t rows = (tiles_.size() + beside - 1) / beside;
    for (std::size_t i = 0; i < tiles_.size(); i += beside) {
      if (i > 0) flow_.space(builder_.theme().metric_gap);
      flow_.keep(cost_before_part(i / beside, rows, kBetweenTiles));
      set_tiles(i, std::min(beside, tiles_.size() - i));
      builder_.relieve(flow_);
    }
    flow_.space(builder_.theme().paragraph_gap);
  }

 private:
  Length tile_width(std::int64_t beside) const {
    return (column_.width - builder_.theme().metric_gap * (beside - 1)) / beside;
  }

  Length inner(Length tile) const { return inside({{}, tile}, style_, false).width; }

  /// As many as fit without breaking a word, in rows as even as can be.
  std::size_t tiles_beside() {
    Length longest;
    for (const StructureId tile : tiles_) longest = std::max(longest, builder_.widths(tile).min);
    const auto count = static_cast<std::int64_t>(tiles_.size());
    std::int64_t beside = std::min(kMostBeside, count);
    while (beside > 1 && (tile_width(beside) < kLeastTile || inner(tile_width(beside)) < longest)) {
      --beside;
    }
    const std::int64_t rows = (count + beside - 1) / beside;
    width_ = tile_width(std::max<std::int64_t>((count + rows - 1) / rows, 1));
    return static_cast<std::size_t>((count + rows - 1) / rows);
  }

  Column tile_column(std::size_t i) const {
    const Length from_start = (width_ + builder_.theme().metric_gap) * static_cast<std::int64_t>(i);
    const Length x = right_to_left_ ? column_.width - from_start - width_ : from_start;
    return {column_.x + x, width_};
  }

  void set_tile(StructureId id, const Column& tile, Flow& out) {
    out.open(frame_around(tile, style_, right_to_left_));
    set_parts(id, inside(tile, style_, right_to_left_), out);
    out.close();
  }

  /// Without the gap between paragraphs: value and note belong together.
  void set_parts(StructureId id, const Column& content, Flow& out) {
    for (const StructureId part : builder_.element(id).children) {
      const bool is_text = model::holds_text(builder_.element(part).kind);
      if (is_text) builder_.add(part, content, out);
      if (!is_text) set_parts(part, content, out);
    }
  }

  void set_tiles(std::size_t first, std::size_t count) {
    std::vector<Flow> flows(count);
    for (std::size_t i = 0; i < count; ++i) set_tile(tiles_[first + i], tile_column(i), flows[i]);
    align_figures(flows);
    Length tallest;
    for (const Flow& flow : flows) tallest = std::max(tallest, flow.height_since(0));
    if (tallest * 2 < builder_.job().body.height) {
      place_beside(flows, tallest);
    } else {
      for (std::size_t i = 0; i < count; ++i) set_tile(tiles_[first + i], column_, flow_);
    }
  }

  /// Figures stand at one height, whatever the number of lines in the labels above them.
  void align_figures(std::vector<Flow>& flows) const {
    Length most;
    for (const Flow& flow : flows) most = std::max(most, label_height(flow));
    for (Flow& flow : flows) {
      if (!flow.boxes().empty()) lower(flow.boxes().front(), most - label_height(flow));
    }
  }

  Length label_height(const Flow& tile) const {
    Length height;
    for (const Box& box : tile.boxes()) {
      const bool is_label = builder_.element(box.source).role == model::Role::MetricLabel;
      if (is_label) height += box.space + box.height;
    }
    return height;
  }

  void place_beside(std::vector<Flow>& flows, Length height) {
    Box box{.height = height, .source = metrics_};
    for (Flow& flow : flows) {
      if (flow.boxes().empty()) continue;
      flow.boxes().back().height += height - flow.height_since(0);
      Placed placed = place_all(flow);
      append(box.items, std::move(placed.items));
    }
    flow_.add(std::move(box));
  }

  Builder& builder_;
  const model::BoxStyle& style_;
  StructureId metrics_;
  const std::vector<StructureId>& tiles_;
  Column column_;
  Flow& flow_;
  bool right_to_left_;
  Length width_;
};

}  // namespace

void set_metrics(Builder& builder, StructureId id, const Column& column, Flow& flow) {
  MetricsSetter(builder, id, column, flow).set();
}

}  // namespace sheaf::layout
