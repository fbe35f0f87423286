#include "text/line_setting.hpp"

#include <algorithm>

#include "text/bidi.hpp"

namespace sheaf::text {
namespace {

/// One word of a line while its place is worked out.
struct Item {
  Atom atom;
  Length room;  // ink and the space that counts, stretched
  bool hyphen = false;
};

class Setter {
 public:
  Setter(const Material& material, const Measure& measure, bool right_to_left, WordCache& cache)
      : material_(material), measure_(measure), right_to_left_(right_to_left), cache_(cache) {}

  Line set(const Opportunity& from, const Opportunity& end, bool last) {
    first_ = from.atom == 0;
    items_.clear();
    for (std::uint32_t i = from.atom; i < end.atom; ++i) {
      const Atom& atom = material_.atoms[i];
      items_.push_back({atom, atom.ink + atom.space});
    }
    hang_spaces();
    if (end.kind == BreakKind::SoftHyphen && !last) add_hyphen();
    Line line;
    line.forced_end = end.kind == BreakKind::Forced && !last;
    line.width = end.end - from.next + (last ? Length{} : end.hyphen);
    const bool ragged_end = last || line.forced_end;
    if (measure_.alignment == model::Alignment::Justified) justify(line, ragged_end);
    measure_height(line);
    place(line);
    return line;
  }

 private:
  Length room() const { return first_ ? measure_.width - measure_.first_indent : measure_.width; }

  /// Spaces at the end take no room: they hang beyond the edge.
  void hang_spaces() {
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
      item->room -= item->atom.space;
      item->atom.spaces = 0;
      if (item->atom.ink.micro > 0) break;
    }
  }

  void add_hyphen() {
    Atom like = items_.back().atom;
    const Type& type = material_.types[like.type];
    const Atom atom = resized(like, cache_.hyphen(*type.face), type);
    items_.push_back({atom, atom.ink, true});
  }

  /// Spreads what is left over the spaces, each micro-point exactly once.
  void justify(Line& line, bool ragged_end) {
    const Length slack = room() - line.width;
    std::int64_t spaces = 0;
    for (const Item& item : items_) spaces += item.atom.spaces;
    if (spaces == 0 || (ragged_end && slack.micro >= 0)) return;
    std::int64_t seen = 0;
    Length given;
    for (Item& item : items_) {
      seen += item.atom.spaces;
      const Length due = scaled(slack, seen, spaces);
      item.room += due - given;
      given = due;
    }
    line.width = room();
  }

  void measure_height(Line& line) const {
    for (const Item& item : items_) {
      const Type& type = material_.types[item.atom.type];
      line.ascent = std::max(line.ascent, type.ascent);
      line.descent = std::max(line.descent, type.descent);
    }
  }

  /// The line's left edge.
  Length left(const Line& line) const {
    const Length free = room() - line.width;
    Length lead;  // from the start side
    if (measure_.alignment == model::Alignment::Centre) lead = free / 2;
    if (measure_.alignment == model::Alignment::End) lead = free;
    lead = std::max(lead, Length{});
    if (right_to_left_) return free - lead;
    return lead + (first_ ? measure_.first_indent : Length{});
  }

  Fragment fragment(const Item& item, Length x) const {
    const Atom& atom = item.atom;
    // A right-to-left word has its space on the left; room beyond it stays in front of the glyphs.
    const Length pen = atom.word->right_to_left ? x + item.room - atom.ink - atom.space : x;
    return {atom.word, atom.tag, material_.types[atom.type].size, pen, x, item.room, item.hyphen};
  }

  void place(Line& line) const {
    line.fragments.reserve(items_.size());
    Length x = left(line);
    if (std::ranges::any_of(items_, [](const Item& item) { return item.atom.level > 0; })) {
      return place_by_levels(line, x);
    }
    for (const Item& item : items_) {
      if (!item.atom.word->glyphs.empty()) line.fragments.push_back(fragment(item, x));
      x += item.room;
    }
  }

  void place_by_levels(Line& line, Length x) const {
    std::vector<Length> lefts(items_.size());
    for (const std::uint32_t i : order()) {
      lefts[i] = x;
      x += items_[i].room;
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].atom.word->glyphs.empty()) continue;
      line.fragments.push_back(fragment(items_[i], lefts[i]));
    }
  }

  std::vector<std::uint32_t> order() const {
    std::vector<std::uint8_t> levels(items_.size());
    std::ranges::transform(items_, levels.begin(), [](const Item& i) { return i.atom.level; });
    return visual_order(levels);
  }

  const Material& material_;
  const Measure& measure_;
  bool right_to_left_;
  WordCache& cache_;
  bool first_ = false;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Line> set_lines(const Material& material, std::span<const std::uint32_t> ends,
                            const Measure& measure, bool right_to_left, WordCache& cache) {
  Setter setter(material, measure, right_to_left, cache);
  std::vector<Line> lines;
  lines.reserve(ends.size());
  std::uint32_t from = 0;
  for (const std::uint32_t end : ends) {
    const auto& all = material.opportunities;
    lines.push_back(setter.set(all[from], all[end], end + 1 == all.size()));
    from = end;
  }
  return lines;
}

}  // namespace sheaf::text
