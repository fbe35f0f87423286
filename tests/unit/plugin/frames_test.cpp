#include "plugin/host/frames.hpp"

#include <sys/socket.h>

#include <array>

#include <catch2/catch.hpp>

#include "base/descriptor.hpp"
#include "plugin/host/child.hpp"
#include "plugin/host/frame_writer.hpp"

using namespace sheaf;
using namespace sheaf::plugin::host;

namespace {

std::string head(FrameType type, std::uint32_t size) {
  return std::string(bytes_of(FrameHead{type, size}));
}

/// Nothing but `whole` frames come, and then it is broken or not.
void check_refused(const std::string& bytes) {
  FrameBuffer buffer(largest_from_child);
  buffer.add(bytes);
  CHECK(!buffer.next());
  CHECK(buffer.is_broken());
  buffer.add(frame(FrameType::Close, {}));
  CHECK(!buffer.next());
}

struct Pair {
  Descriptor one, other;
  Pair() {
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
    one = Descriptor(ends[0]);
    other = Descriptor(ends[1]);
  }
};

}  // namespace

TEST_CASE("Frames come out as they went in, however their bytes arrive") {
  const std::string bytes = frame(FrameType::Open, "12345678") + frame(FrameType::Text, "words") +
                            frame(FrameType::Close, {});
  const auto step = GENERATE(1U, 3U, 8U, 1000U);
  FrameBuffer buffer(largest_from_child);
  std::vector<std::string> payloads;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    buffer.add(bytes.substr(at, step));
    while (const auto one = buffer.next()) payloads.emplace_back(one->payload);
  }
  CHECK(payloads == std::vector<std::string>{"12345678", "words", ""});
  CHECK(!buffer.is_broken());
  CHECK(!buffer.has_rest());
}

TEST_CASE("Half a frame is waited for") {
  FrameBuffer buffer(largest_from_child);
  buffer.add(frame(FrameType::Text, "words").substr(0, 10));
  CHECK(!buffer.next());
  CHECK(!buffer.is_broken());
  CHECK(buffer.has_rest());
}

TEST_CASE("A frame that is longer than its kind can be is refused before it has come") {
  check_refused(head(FrameType::Text, 0xFFFFFFFF));
  check_refused(head(FrameType::Text, (64 << 20) + 1));
  check_refused(head(FrameType::Close, 1));
  check_refused(head(FrameType::Finding, 1 << 20));
}

TEST_CASE("A kind of frame that no child sends is refused") {
  for (const std::uint32_t type : {0U, 1U, 2U, 3U, 4U, 99U, 0xFFFFFFFFU}) {
    check_refused(head(static_cast<FrameType>(type), 0));
  }
}

TEST_CASE("Of what is not taken, no more is read than the longest frame and a little") {
  Pair pair;
  FrameBuffer buffer(largest_from_child);
  buffer.add(std::string(kLargestFromChild, 'x'));
  const auto read = [&] {
    REQUIRE(::send(pair.one.value(), "x", 1, MSG_NOSIGNAL) == 1);
    return buffer.read(pair.other.value());
  };
  CHECK(read() == FrameBuffer::Got::Bytes);
  CHECK(!buffer.is_broken());
  CHECK(read() == FrameBuffer::Got::Nothing);
  CHECK(buffer.is_broken());
}

TEST_CASE("A payload is read no further than it goes") {
  const std::string bytes = PayloadWriter().number(7).text("seven").bytes();
  PayloadReader whole(bytes);
  CHECK(whole.number<int>() == 7);
  CHECK(whole.text() == "seven");
  CHECK(whole.is_whole());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    PayloadReader cut(std::string_view(bytes).substr(0, size));
    cut.number<int>();
    CHECK(cut.text().empty());
    CHECK(!cut.is_whole());
  }
  PayloadReader more(bytes);
  more.number<int>();
  CHECK(!more.is_whole());
}

TEST_CASE("A length in a payload that leads outside it gives nothing") {
  const std::string bytes = PayloadWriter().number(std::uint32_t{0xFFFFFFFF}).rest("abc").bytes();
  PayloadReader reader(bytes);
  CHECK(reader.text().empty());
  CHECK(reader.rest().empty());
  CHECK(!reader.is_whole());
}

TEST_CASE("What a child gathers arrives in order, short or longer than its room") {
  Pair pair;
  FrameWriter writer(pair.one.value());
  const std::string large(200'000, 'x');
  writer.write(FrameType::Text, {"small"});
  std::string got;
  FrameBuffer buffer(largest_from_child);
  {
    // The socket holds less than all of it.
    const int room = 1 << 20;
    ::setsockopt(pair.one.value(), SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    writer.write(FrameType::Attribute, {bytes_of(std::uint32_t{2}), "is", large});
    writer.write(FrameType::Close);
    writer.flush();
    writer.write_dying(FrameType::Crash, bytes_of(std::int32_t{11}));
  }
  pair.one.close();
  while (buffer.read(pair.other.value()) == FrameBuffer::Got::Bytes) {}
  CHECK(buffer.next()->payload == "small");
  CHECK(buffer.next()->payload.size() == large.size() + 6);
  CHECK(buffer.next()->type == FrameType::Close);
  CHECK(buffer.next()->type == FrameType::Crash);
  CHECK(!buffer.has_rest());
}

TEST_CASE("A request to load comes to the child as it was") {
  LoadRequest request{.limits = {}, .readable = {"/a", ""}, .kinds = {"table/1"}, .manifest = {}};
  request.limits.memory = 42;
  request.manifest.id = "prose";
  request.manifest.version = "1.2.0";
  request.manifest.generation = 1;
  request.manifest.text = "{}";
  request.manifest.library = "/plugins/prose.so";
  request.manifest.file = "/plugins/prose.plugin.json";
  const LoadRequest read = decode_load(encode(request));
  CHECK(read.limits.memory == 42);
  CHECK(read.readable == request.readable);
  CHECK(read.kinds == request.kinds);
  CHECK(read.manifest.id == "prose");
  CHECK(read.manifest.version == "1.2.0");
  CHECK(read.manifest.text == "{}");
  CHECK(read.manifest.library == request.manifest.library);
  CHECK(read.manifest.file == request.manifest.file);
}
