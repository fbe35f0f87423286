#pragma once
// Blocks of meaning, in reading order. Every object here stands for one block and ends it when it
// goes away, or as soon as its parent is written to again. A block without content is not written,
// so an absent value needs no `if`.

#include <initializer_list>
#include <span>
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

struct Column {
  Inline heading;
  Align align = Align::Start;

  template <Piece T>
  Column(const T& text, Align side = Align::Start) : heading(text), align(side) {}
};

struct TableOptions {
  bool row_headers = false;  // the first cell of each row names the row
};

/// Where blocks may stand: the section itself, and inside items, facts, callouts, quotations.
class Blocks : public Open {
 public:
  using Open::Open;

  template <Piece... Pieces>
  void paragraph(const Pieces&... pieces) {
    write(block_kind::kParagraph, {}, text(pieces...));
  }
  /// A paragraph that says what the section is about, set larger.
  template <Piece... Pieces>
  void lead(const Pieces&... pieces) {
    write(block_kind::kParagraph, {{block_attribute::Paragraph::kRole, "lead"}}, text(pieces...));
  }
  /// The lines under a letter: who signs, and when.
  template <Piece... Pieces>
  void sign_off(const Pieces&... pieces) {
    write(block_kind::kParagraph, {{block_attribute::Paragraph::kRole, "sign-off"}},
          text(pieces...));
  }

  [[nodiscard]] List list();
  [[nodiscard]] List numbered_list();
  /// One item per value.
  template <class Range>
  void list(const Range& values);
  /// A lead-in, a colon and one item per value; a single value ends the sentence instead:
  /// "We will prepare for the inspection."
  template <class Range>
  void list(const Inline& lead, const Range& values);

  [[nodiscard]] Table table(const Words& caption, std::initializer_list<Column> columns,
                            TableOptions options = {});
  [[nodiscard]] Table table(const Words& caption, std::span<const Column> columns,
                            TableOptions options = {});
  [[nodiscard]] Facts facts();
  [[nodiscard]] Metrics metrics();
  [[nodiscard]] Pictograms pictograms();
  /// `lead` as in "The board is asked to".
  [[nodiscard]] Recommendations recommendations(const Words& lead = {});
  [[nodiscard]] Blocks callout(Callout kind, const Words& title = {});
  [[nodiscard]] Blocks quote(const Words& by = {}, const Words& post = {});

  void figure(const Image& image) {
    const Writer::Serial block = begin(block_kind::kFigure, {}, image.node());
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

}  // namespace sdk_1
}  // namespace sheaf
