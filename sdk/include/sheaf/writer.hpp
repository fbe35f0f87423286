#pragma once
// The writer behind Section: it keeps the blocks balanced whatever an author does. A block begins
// when its first content is written, so that an empty one leaves no trace, and it ends when its
// parent goes on, or when the object that stands for it goes away.

#include <stdexcept>

#include <sheaf/inline.hpp>
#include <sheaf/words.hpp>

namespace sheaf {
inline namespace sdk_1 {

/// Thrown when the host wants no more; SHEAF_SECTION catches it. Nothing for authors to do.
struct Stopped {
  sheaf_rc rc;
};

struct Attribute {
  AttributeName name;
  Words value;
};

class Writer {
 public:
  using Serial = std::uint32_t;  // a block; 0 is the section itself

  Writer(const sheaf_host& host, const sheaf_builder& builder) : host_(host), builder_(builder) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  const sheaf_host& host() const { return host_; }
  sheaf_rc result() const { return rc_; }

  /// Goes back to `parent` and prepares a block in it.
  Serial begin(Serial parent, std::string_view kind, std::vector<Attribute> attributes = {},
               sheaf_node origin = 0) {
    close_inside(parent);
    begun_.push_back({kind, parent});
    frames_.push_back({++last_, kind, std::move(attributes), origin, false});
    return last_;
  }

  /// Goes back to `block` and opens it, if that is still to be done.
  void enter(Serial block) {
    close_inside(block);
    for (Frame& frame : frames_) {
      if (!frame.open) open(frame);
    }
  }

  void write(Serial block, const Inline& content) {
    if (content.empty()) return;
    enter(block);
    for (const Inline::Step& step : content.steps()) write(step);
  }

  void place(Serial block, const Value& value) {
    if (value.node() == 0) return;
    enter(block);
    expect(builder_.place(builder_.ctx, value.node()));
  }

  /// Ends a block and all in it, if it has not ended yet.
  void end(Serial block) noexcept {
    if (!holds(block)) return;
    while (!frames_.empty() && frames_.back().serial >= block) close_last();
  }

  /// Ends every block.
  void finish() noexcept {
    while (!frames_.empty()) close_last();
  }

 private:
  struct Frame {
    Serial serial;
    std::string_view kind;
    std::vector<Attribute> attributes;
    sheaf_node origin;
    bool open;
  };

  struct Begun {
    std::string_view kind;
    Serial parent;
  };

  bool holds(Serial block) const {
    for (const Frame& frame : frames_) {
      if (frame.serial == block) return true;
    }
    return block == 0;
  }

  /// "table", of "table/1".
  static std::string word(std::string_view kind) {
    return std::string(kind.substr(0, kind.find('/')));
  }

  /// What ended the block: the first one after it that was not begun inside it.
  std::string too_late(Serial block) const {
    const std::string what = "it writes into the " + word(begun_[block - 1].kind);
    for (Serial later = block; later < last_; ++later) {
      if (begun_[later].parent < block)
        return what + " that ended where it began the " + word(begun_[later].kind) + " after it";
    }
    return what + " that it has finished already";
  }

  void close_inside(Serial block) {
    if (rc_ != SHEAF_OK) throw Stopped{rc_};
    if (!holds(block)) throw std::logic_error(too_late(block));
    while (!frames_.empty() && frames_.back().serial > block) close_last();
  }

  void close_last() noexcept {
    const bool open = frames_.back().open;
    frames_.pop_back();
    if (open && rc_ == SHEAF_OK) rc_ = builder_.close(builder_.ctx);
  }

  void open(Frame& frame) {
    open(frame.kind, frame.origin);
    frame.open = true;
    for (const Attribute& attribute : frame.attributes) {
      if (!attribute.value.empty()) set(attribute.name, attribute.value.view());
    }
  }

  void open(std::string_view kind, sheaf_node origin) {
    const sheaf_kind known = host_.intern(host_.ctx, to_abi(kind));
    if (known == 0) {
      rc_ = SHEAF_E_USAGE;  // on the way out nothing is closed
      throw std::runtime_error("this Sheaf does not know the block kind " + std::string(kind));
    }
    expect(builder_.open(builder_.ctx, known, origin));
  }

  void set(AttributeName name, std::string_view value) {
    expect(builder_.attr(builder_.ctx, to_abi(name.view()), to_abi(value)));
  }

  void write(const Inline::Step& step) {
    switch (step.verb) {
      case Inline::Step::Verb::Text: return expect(builder_.text(builder_.ctx, to_abi(step.text)));
      case Inline::Step::Verb::Place: return expect(builder_.place(builder_.ctx, step.node));
      case Inline::Step::Verb::Open: return open(step.name, 0);
      case Inline::Step::Verb::Attribute: return set(AttributeName(step.name), step.text);
      case Inline::Step::Verb::Close: return expect(builder_.close(builder_.ctx));
    }
  }

  void expect(sheaf_rc rc) {
    if (rc_ == SHEAF_OK) rc_ = rc;
    if (rc_ != SHEAF_OK) throw Stopped{rc_};
  }

  const sheaf_host& host_;
  const sheaf_builder& builder_;
  std::vector<Frame> frames_;
  std::vector<Begun> begun_;  // all blocks, by their serial
  Serial last_ = 0;
  sheaf_rc rc_ = SHEAF_OK;
};

}  // namespace sdk_1
}  // namespace sheaf
