#pragma once
// What the engine and a plugin's process say to each other: frames over a stream socket, each a
// head and a payload. Both ends are of one build and one machine, so numbers go as they lie in
// memory; but what a child sends is believed in nothing.

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sheaf::plugin::host {

enum class FrameType : std::uint32_t {
  // engine to child
  Load = 1,  // how it is confined, and which library: see child.hpp
  Render,    // the section's id, whether it is cancelled already, base, values
  Cancel,    // the section at work is to give up
  // child to engine
  Loaded = 16,  // the library is what its manifest says
  Refused,      // or it is not: id, message, help
  Open,         // kind, origin; these five are the calls of the builder
  Place,        // node
  Attribute,    // name, value
  Text,         // all of the payload
  Close,
  Data,     // the builder was given data
  BadText,  // it was given text without a pointer, or of an impossible length
  BadAttribute,
  Stale,    // node: a handle that is not of this section was used
  Finding,  // level, node, code, message: diag
  Log,      // level, message
  Thrown,   // what: an exception crossed the boundary
  Result,   // rc: the end of the section
  Crash,    // signal; then, as far as it gets, Trace
  Trace,    // where it was: a line for each function
};

struct FrameHead {
  FrameType type;
  std::uint32_t size;  // of the payload, in bytes
};
static_assert(sizeof(FrameHead) == 8);

/// The most bytes that the payload of such a frame may have; nothing for a type that a child does
/// not send.
std::optional<std::uint32_t> largest_from_child(FrameType type);
/// No frame of a child is longer than this, in bytes, its head included.
extern const std::size_t kLargestFromChild;

/// The bytes of a number.
template <class Number>
  requires std::is_trivially_copyable_v<Number>
std::string_view bytes_of(const Number& number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

/// Puts a payload together: numbers, and texts behind their length.
class PayloadWriter {
 public:
  template <class Number>
  PayloadWriter& number(const Number& value) {
    bytes_ += bytes_of(value);
    return *this;
  }
  PayloadWriter& text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
    return *this;
  }
  PayloadWriter& rest(std::string_view bytes) {
    bytes_ += bytes;
    return *this;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Takes a payload apart, whatever it holds. What is not there is 0 or empty, and shows in ok().
class PayloadReader {
 public:
  explicit PayloadReader(std::string_view bytes) : bytes_(bytes) {}

  template <class Number>
    requires std::is_trivially_copyable_v<Number>
  Number number() {
    Number value{};
    const std::string_view taken = take(sizeof value);
    if (taken.size() == sizeof value) std::memcpy(&value, taken.data(), sizeof value);
    return value;
  }
  std::string_view text() { return take(number<std::uint32_t>()); }
  /// How many things follow, a byte or more each; 0 when there is no room for them.
  std::uint32_t count();
  /// `size` bytes, borrowed.
  std::string_view take(std::size_t size);
  std::string_view rest() { return take(bytes_.size()); }

  /// Nothing was missing, and there is more.
  bool has_more() const { return ok_ && !bytes_.empty(); }
  /// Nothing was missing and nothing is left.
  bool is_whole() const { return ok_ && bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

/// A frame with its head, for sending.
std::string frame(FrameType type, std::string_view payload);

/// Puts what comes over a socket into frames again.
class FrameBuffer {
 public:
  using Largest = std::optional<std::uint32_t> (*)(FrameType);
  /// `largest` as above, for a sender that is not believed: what waits to be taken is bounded, too.
  explicit FrameBuffer(Largest largest = nullptr) : largest_(largest) {}

  enum class Got { Bytes, Nothing, End };
  /// Reads once. End: the other side is gone, or the socket is broken.
  Got read(int socket);
  /// For tests: what might have come.
  void add(std::string_view bytes);

  struct Frame {
    FrameType type;
    std::string_view payload;  // until the next read()
  };
  /// The next whole frame.
  std::optional<Frame> next();

  /// A frame that cannot be was met; there is nothing more to come.
  bool is_broken() const { return broken_; }
  /// Begun, but not whole.
  bool has_rest() const { return at_ < end_; }

 private:
  /// Where so many bytes may be put: behind what is there.
  char* make_room(std::size_t bytes);

  Largest largest_;
  std::vector<char> room_;
  std::size_t at_ = 0, end_ = 0;  // what came and was not taken yet
  bool broken_ = false;
};

}  // namespace sheaf::plugin::host
