#pragma once
// What a section writes: blocks of meaning, in reading order. Every object here stands for one
// block and ends it when it goes away, or as soon as its parent is written to again. A block
// without content is not written, so an absent value needs no `if`.

#include <initializer_list>
#include <utility>

#include <sheaf/writer.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// One block being written. Move-only; a moved-from one must not be written to.
class Open {
 public:
  Open(Writer& writer, Writer::Serial serial) : writer_(&writer), serial_(serial) {}
  Open(Open&& from) noexcept
      : writer_(std::exchange(from.writer_, nullptr)), serial_(from.serial_) {}
  Open& operator=(Open&& from) noexcept {
    std::swap(writer_, from.writer_);
    std::swap(serial_, from.serial_);
    return *this;
  }
  ~Open() {
    if (writer_ && serial_ != 0) writer_->end(serial_);
  }

 protected:
  Writer& writer() const {
    if (!writer_) throw std::logic_error("it writes into a block that was moved away");
    return *writer_;
  }
  Writer::Serial serial() const { return serial_; }
  Writer::Serial begin(std::string_view kind, std::vector<Attribute> attributes = {},
                       sheaf_node origin = 0) const {
    return writer().begin(serial_, kind, std::move(attributes), origin);
  }
  /// A whole block that holds text.
  void write(std::string_view kind, std::vector<Attribute> attributes,
             const Inline& content) const {
    const Writer::Serial block = begin(kind, std::move(attributes), content.origin());
    writer().write(block, content);
    writer().end(block);
  }

 private:
  Writer* writer_;
  Writer::Serial serial_;
};

class List;
class Table;
class Facts;
class Metrics;
class Pictograms;
class Recommendations;

enum class Align { Start, End, Centre };

struct Column {
  Inline heading;
  Align align = Align::Start;

  template <Piece T>
  Column(const T& text, Align side = Align::Start) : heading(text), align(side) {}
};

struct TableOptions {
  bool row_headers = false;  // the first cell of each row names the row
};

enum class Callout { Note, Advice, Warning, Success };

/// Where blocks may stand: the section itself, and inside items, facts, callouts, quotations.
class Blocks : public Open {
 public:
  using Open::Open;

  template <Piece... Pieces>
  void paragraph(const Pieces&... pieces) {
    write("paragraph/1", {}, text(pieces...));
  }
  /// A paragraph that says what the section is about, set larger.
  template <Piece... Pieces>
  void lead(const Pieces&... pieces) {
    write("paragraph/1", {{"role", "lead"}}, text(pieces...));
  }
  /// The lines under a letter: who signs, and when.
  template <Piece... Pieces>
  void sign_off(const Pieces&... pieces) {
    write("paragraph/1", {{"role", "sign-off"}}, text(pieces...));
  }

  [[nodiscard]] List list();
  [[nodiscard]] List numbered_list();
  /// One item per value.
  template <class Range>
  void list(const Range& values);
  /// A lead-in, a colon and one item per value; a single value ends the sentence instead:
  /// "We will prepare for the inspection."
  template <class Range>
  void list(const Words& lead, const Range& values);

  [[nodiscard]] Table table(const Words& caption, std::initializer_list<Column> columns,
                            TableOptions options = {});
  [[nodiscard]] Facts facts();
  [[nodiscard]] Metrics metrics();
  [[nodiscard]] Pictograms pictograms();
  /// `lead` as in "The board is asked to".
  [[nodiscard]] Recommendations recommendations(const Words& lead = {});
  [[nodiscard]] Blocks callout(Callout kind, const Words& title = {});
  [[nodiscard]] Blocks quote(const Words& by = {}, const Words& post = {});

  void figure(const Image& image) {
    const Writer::Serial block = begin("figure/1", {}, image.node());
    writer().place(block, image);
    writer().end(block);
  }
  void figure(const std::optional<Image>& image) {
    if (image) figure(*image);
  }

  /// Lets the host set a value as it stands: Markdown becomes blocks.
  void place(const Value& value) { writer().place(serial(), value); }
  template <class T>
  void place(const std::optional<T>& value) {
    if (value) place(*value);
  }
};

class List : public Open {
 public:
  using Open::Open;
  /// An item; write more blocks, such as a list, to what it returns.
  template <Piece... Pieces>
  Blocks item(const Pieces&... pieces) {
    const Inline content = text(pieces...);
    const Writer::Serial block = begin("item/1", {}, content.origin());
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
  Table(Writer& writer, Writer::Serial serial, std::size_t columns)
      : Open(writer, serial), columns_(columns) {}

  /// One cell per column; an empty one stays empty.
  Table& row(std::initializer_list<Cell> cells) {
    check(cells.size());
    const sheaf_node origin = cells.begin()->content.origin();
    const Writer::Serial row = begin("row/1", {}, origin);
    for (const Cell& cell : cells) {
      const Writer::Serial block = writer().begin(row, "cell/1", {}, cell.content.origin());
      writer().enter(block);
      writer().write(block, cell.content);
    }
    writer().end(row);
    return *this;
  }

 private:
  void check(std::size_t cells) const {
    if (cells == columns_) return;
    throw std::logic_error("a row of its table has " + std::to_string(cells) +
                           " cells, but there are " + std::to_string(columns_) + " columns");
  }

  std::size_t columns_;
};

/// Labels and what stands against them.
class Facts : public Open {
 public:
  using Open::Open;
  /// Write more blocks to what it returns. A fact whose value was not given is not written.
  template <Piece... Pieces>
  Blocks fact(const Words& label, const Pieces&... pieces) {
    const Inline content = text(pieces...);
    const Writer::Serial block = begin("fact/1", {{"label", label}}, content.origin());
    writer().write(block, content);
    return {writer(), block};
  }
  /// Several values make a list.
  template <Piece T>
  Blocks fact(const Words& label, const std::vector<T>& values) {
    if (values.size() == 1) return fact(label, values.front());
    Blocks fact(writer(), begin("fact/1", {{"label", label}}));
    fact.list(values);
    return fact;
  }
};

enum class Trend { Up, Down, Level };

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
    constexpr const char* trends[] = {"up", "down", "level"};
    write("metric/1",
          {{"label", label},
           {"qualifier", options.qualifier},
           {"unit", options.unit},
           {"of", options.of},
           {"trend", options.trend ? trends[static_cast<int>(*options.trend)] : ""},
           {"note", options.note}},
          value);
    return *this;
  }
};

/// The pictograms that come with Sheaf.
enum class Icon { Hands, Space, Face, KeepLeft, Ventilate, Isolate, Test };

constexpr auto describe(Type<Icon>) {
  return choice(option("hands", Icon::Hands), option("space", Icon::Space),
                option("face", Icon::Face), option("keep-left", Icon::KeepLeft),
                option("ventilate", Icon::Ventilate), option("isolate", Icon::Isolate),
                option("test", Icon::Test));
}

/// Advice with pictures.
class Pictograms : public Open {
 public:
  using Open::Open;
  /// Write more blocks to what it returns.
  template <Piece... Pieces>
  Blocks pictogram(Icon icon, const Words& label, const Pieces&... pieces) {
    const Inline content = text(pieces...);
    const Writer::Serial block =
        begin("pictogram/1", {{"icon", key(icon)}, {"label", label}}, content.origin());
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
    write("recommendation/1", {{"verb", verb}}, text(pieces...));
    return *this;
  }
};

inline List Blocks::list() { return {writer(), begin("list/1", {{"style", "bullet"}})}; }
inline List Blocks::numbered_list() { return {writer(), begin("list/1", {{"style", "number"}})}; }

template <class Range>
void Blocks::list(const Range& values) {
  List bullets = list();
  for (const auto& value : values) bullets.item(value);
}

template <class Range>
void Blocks::list(const Words& lead, const Range& values) {
  if (std::size(values) == 0) return;
  if (std::size(values) == 1) return paragraph(lead.view(), " ", *std::begin(values), ".");
  paragraph(lead.view(), ":");
  list(values);
}

inline Table Blocks::table(const Words& caption, std::initializer_list<Column> columns,
                           TableOptions options) {
  constexpr const char* sides[] = {"start", "end", "centre"};
  const Writer::Serial block =
      begin("table/1", {{"caption", caption}, {"row-headers", options.row_headers ? "yes" : "no"}});
  for (const Column& column : columns) {
    const Writer::Serial head =
        writer().begin(block, "column/1", {{"align", sides[static_cast<int>(column.align)]}});
    writer().enter(head);
    writer().write(head, column.heading);
    writer().end(head);
  }
  return {writer(), block, columns.size()};
}

inline Facts Blocks::facts() { return {writer(), begin("facts/1")}; }
inline Metrics Blocks::metrics() { return {writer(), begin("metrics/1")}; }
inline Pictograms Blocks::pictograms() { return {writer(), begin("pictograms/1")}; }

inline Recommendations Blocks::recommendations(const Words& lead) {
  return {writer(), begin("recommendations/1", {{"lead", lead}})};
}

inline Blocks Blocks::callout(Callout kind, const Words& title) {
  constexpr const char* kinds[] = {"note", "advice", "warning", "success"};
  return {writer(),
          begin("callout/1", {{"kind", kinds[static_cast<int>(kind)]}, {"title", title}})};
}

inline Blocks Blocks::quote(const Words& by, const Words& post) {
  return {writer(), begin("quote/1", {{"by", by}, {"post", post}})};
}

/// The section: blocks go in, messages go to the author of the layout.
class Section : public Blocks {
 public:
  Section(Writer& writer, const Source& context) : Blocks(writer, 0), context_(context) {}

  /// Level 1 is the first below the section's title; at most 4.
  template <Piece... Pieces>
  void heading(int level, const Pieces&... pieces) {
    write("heading/1", {{"level", std::to_string(level)}}, text(pieces...));
  }

  /// An error at the line of `value`: "reopens before it closes". It fails the build.
  void error(const Value& value, std::string_view message) {
    say(SHEAF_ERROR, value.node(), message);
  }
  void error(std::string_view message) { say(SHEAF_ERROR, 0, message); }
  void warning(const Value& value, std::string_view message) {
    say(SHEAF_WARNING, value.node(), message);
  }
  void warning(std::string_view message) { say(SHEAF_WARNING, 0, message); }

  /// The language of the report: "en-GB".
  Text language() const { return Text(context_.get("language")); }
  std::optional<Date> meeting_date() const {
    return given<Date>(context_.get("meeting").get("date"));
  }
  std::optional<Text> meeting_board() const {
    return given<Text>(context_.get("meeting").get("board"));
  }
  /// Someone from the layout's `people`.
  std::optional<Person> person(std::string_view name) const {
    return given<Person>(context_.get("people").get(name));
  }
  /// Nobody waits for the section any more. Long work asks now and then, and returns.
  bool cancelled() const { return writer().host().cancelled(writer().host().ctx) != 0; }

 private:
  template <class T>
  static std::optional<T> given(const Source& from) {
    return from ? std::optional<T>(T(from)) : std::nullopt;
  }
  void say(std::int32_t level, sheaf_node at, std::string_view message) {
    const sheaf_host& host = writer().host();
    host.diag(host.ctx, level, to_abi({}), at, to_abi(message));
  }

  Source context_;
};

}  // namespace sdk_1
}  // namespace sheaf
