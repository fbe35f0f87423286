#pragma once
// Blocks that hold parts of their own: lists, tables, facts, metrics, pictograms, recommendations.

#include <sheaf/blocks.hpp>

namespace sheaf {
inline namespace sdk_1 {

class List : public Open {
 public:
  using Open::Open;
  /// An item; write more blocks, such as a list, to what it returns.
  template <Piece... Pieces>
  Blocks item(const Pieces&... pieces) {
    const Inline content = text(pieces...);
    const Writer::Serial block = begin(block_kind::kItem, {}, content.origin());
    writer().write(block, content);
    return {writer(), block};
  }
};

struct Cell {
  Inline content;
  template <Piece T>
  Cell(const T& text) : content(text) {}
};

class Table : public Open {
 public:
  Table(Writer& writer, Writer::Serial serial, std::size_t columns, const Words& caption = {})
      : Open(writer, serial), columns_(columns), caption_(caption) {}

  /// One cell per column; an empty one stays empty.
  Table& row(std::initializer_list<Cell> cells) {
    return row(std::span(cells.begin(), cells.size()));
  }
  Table& row(std::span<const Cell> cells) {
    ++rows_;
    check(cells.size());
    const sheaf_node origin = cells.empty() ? 0 : cells.front().content.origin();
    const Writer::Serial row = begin(block_kind::kRow, {}, origin);
    for (const Cell& cell : cells) {
      const Writer::Serial block =
          writer().begin(row, block_kind::kCell, {}, cell.content.origin());
      writer().enter(block);
      writer().write(block, cell.content);
    }
    writer().end(row);
    return *this;
  }

 private:
  void check(std::size_t cells) const {
    if (cells == columns_) return;
    throw std::logic_error("row " + std::to_string(rows_) + " of its table \"" +
                           std::string(caption_.view()) + "\" has " + how_many(cells, "cell") +
                           ", but there " + (columns_ == 1 ? "is " : "are ") +
                           how_many(columns_, "column"));
  }
  static std::string how_many(std::size_t number, std::string_view what) {
    return std::to_string(number) + " " + std::string(what) + (number == 1 ? "" : "s");
  }

  std::size_t columns_, rows_ = 0;
  Words caption_;
};

/// Labels and what stands against them.
class Facts : public Open {
 public:
  using Open::Open;
  /// Write more blocks to what it returns. A fact whose value was not given is not written.
  template <Piece... Pieces>
  Blocks fact(const Words& label, const Pieces&... pieces) {
    const Inline content = text(pieces...);
    const Writer::Serial block =
        begin(block_kind::kFact, {{block_attribute::Fact::kLabel, label}}, content.origin());
    writer().write(block, content);
    return {writer(), block};
  }
  /// Several values make a list.
  template <Piece T>
  Blocks fact(const Words& label, const std::vector<T>& values) {
    if (values.size() == 1) return fact(label, values.front());
    Blocks fact(writer(), begin(block_kind::kFact, {{block_attribute::Fact::kLabel, label}}));
    fact.list(values);
    return fact;
  }
};

struct MetricOptions {
  Words qualifier = {};  // "more than"
  Words unit = {};       // "wards"
  Words of = {};         // "20": ten of 20 wards
  std::optional<Trend> trend = {};
  Words note = {};
};

/// Figures that matter, with their labels.
class Metrics : public Open {
 public:
  using Open::Open;
  Metrics& metric(const Words& label, const Inline& value, const MetricOptions& options = {}) {
    using namespace block_attribute::Metric;
    write(block_kind::kMetric,
          {{kLabel, label},
           {kQualifier, options.qualifier},
           {kUnit, options.unit},
           {kOf, options.of},
           {kTrend, options.trend ? key(*options.trend) : ""},
           {kNote, options.note}},
          value);
    return *this;
  }
};

/// Advice with pictures.
class Pictograms : public Open {
 public:
  using Open::Open;
  /// Write more blocks to what it returns.
  template <Piece... Pieces>
  Blocks pictogram(Icon icon, const Words& label, const Pieces&... pieces) {
    using namespace block_attribute::Pictogram;
    const Inline content = text(pieces...);
    const Writer::Serial block =
        begin(block_kind::kPictogram, {{kIcon, key(icon)}, {kLabel, label}}, content.origin());
    writer().write(block, content);
    return {writer(), block};
  }
};

/// What the reader is asked to do.
class Recommendations : public Open {
 public:
  using Open::Open;
  /// `verb` as in "note", "agree", "approve".
  template <Piece... Pieces>
  Recommendations& recommendation(const Words& verb, const Pieces&... pieces) {
    write(block_kind::kRecommendation, {{block_attribute::Recommendation::kVerb, verb}},
          text(pieces...));
    return *this;
  }
};

inline List Blocks::list() {
  return {writer(), begin(block_kind::kList, {{block_attribute::List::kStyle, "bullet"}})};
}
inline List Blocks::numbered_list() {
  return {writer(), begin(block_kind::kList, {{block_attribute::List::kStyle, "number"}})};
}

template <class Range>
void Blocks::list(const Range& values) {
  List bullets = list();
  for (const auto& value : values) bullets.item(value);
}

template <class Range>
void Blocks::list(const Inline& lead, const Range& values) {
  if (std::size(values) == 0) return;
  if (std::size(values) == 1) return paragraph(lead, " ", *std::begin(values), ".");
  paragraph(lead, ":");
  list(values);
}

inline Table Blocks::table(const Words& caption, std::initializer_list<Column> columns,
                           TableOptions options) {
  return table(caption, std::span(columns.begin(), columns.size()), options);
}

inline Table Blocks::table(const Words& caption, std::span<const Column> columns,
                           TableOptions options) {
  using namespace block_attribute::Table;
  const Writer::Serial block = begin(
      block_kind::kTable, {{kCaption, caption}, {kRowHeaders, options.row_headers ? "yes" : "no"}});
  for (const Column& column : columns) {
    const Writer::Serial head = writer().begin(
        block, block_kind::kColumn, {{block_attribute::Column::kAlign, key(column.align)}});
    writer().enter(head);
    writer().write(head, column.heading);
    writer().end(head);
  }
  return {writer(), block, columns.size(), caption};
}

inline Facts Blocks::facts() { return {writer(), begin(block_kind::kFacts)}; }
inline Metrics Blocks::metrics() { return {writer(), begin(block_kind::kMetrics)}; }
inline Pictograms Blocks::pictograms() { return {writer(), begin(block_kind::kPictograms)}; }

inline Recommendations Blocks::recommendations(const Words& lead) {
  return {writer(),
          begin(block_kind::kRecommendations, {{block_attribute::Recommendations::kLead, lead}})};
}

inline Blocks Blocks::callout(Callout kind, const Words& title) {
  using namespace block_attribute::Callout;
  return {writer(), begin(block_kind::kCallout, {{kKind, key(kind)}, {kTitle, title}})};
}

inline Blocks Blocks::quote(const Words& by, const Words& post) {
  using namespace block_attribute::Quote;
  return {writer(), begin(block_kind::kQuote, {{kBy, by}, {kPost, post}})};
}

}  // namespace sdk_1
}  // namespace sheaf
