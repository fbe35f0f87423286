#include "plugin/host/frame_writer.hpp"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace sheaf;
using namespace sheaf::plugin::host;

namespace {

FrameWriter* last_words = nullptr;

using Frames = std::vector<std::pair<FrameType, std::string>>;

const Frames kLastWords{{FrameType::Crash, "why"}, {FrameType::Trace, "where it was"}};

void speak(int) {
  last_words->write_dying(FrameType::Crash, "why");
  last_words->write_dying(FrameType::Trace, "where it was");
  ::_exit(0);
}

enum class Struck { Writer, OtherThread };

/// Writes texts without end, of this many bytes, until a signal stops it.
[[noreturn]] void chatter(int socket, std::size_t size, Struck struck) {
  FrameWriter out(socket);
  last_words = &out;
  std::signal(SIGXCPU, speak);
  const auto write = [&] {
    for (const std::string text(size, 'x');;) out.write(FrameType::Text, {text});
  };
  if (struck == Struck::Writer) write();
  const std::thread writer(write);
  for (;;) ::pause();
}

std::pair<int, int> sockets() {
  std::array<int, 2> ends{};
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
  return {ends[0], ends[1]};
}

/// All that comes from there, behind these bytes. Closes it.
Frames frames_from(int socket, std::string_view begin = {}) {
  FrameBuffer in;
  in.add(begin);
  while (in.read(socket) != FrameBuffer::Got::End) {}
  ::close(socket);
  Frames frames;
  while (const auto frame = in.next()) frames.emplace_back(frame->type, frame->payload);
  CHECK_FALSE(in.has_rest());
  return frames;
}

/// The frames of a child that chatters, and is struck when so many bytes of it were read.
Frames frames_of_struck(std::size_t size, std::size_t after, Struck struck) {
  const auto [here, there] = sockets();
  const pid_t child = ::fork();
  if (child == 0) chatter(there, size, struck);
  ::close(there);
  std::string bytes(after, '\0');
  REQUIRE(::recv(here, bytes.data(), after, MSG_WAITALL) == static_cast<ssize_t>(after));
  ::usleep(2'000);  // until nothing more fits between them, and it waits within a frame
  ::kill(child, SIGXCPU);
  Frames frames = frames_from(here, bytes);
  ::waitpid(child, nullptr, 0);
  return frames;
}

}  // namespace

TEST_CASE("Last words come behind whole frames, wherever the signal struck") {
  const auto struck = GENERATE(Struck::Writer, Struck::OtherThread);
  for (const std::size_t size : {10U, 1'000U, 70'000U, 300'000U}) {
    for (const std::size_t after : {1U, 5'000U, 400'001U}) {
      CAPTURE(size, after, struck == Struck::Writer);
      const auto frames = frames_of_struck(size, after, struck);
      REQUIRE(frames.size() > kLastWords.size());
      const std::size_t texts = frames.size() - kLastWords.size();
      CHECK(Frames(frames.begin() + static_cast<std::ptrdiff_t>(texts), frames.end()) ==
            kLastWords);
      for (std::size_t i = 0; i < texts; ++i) {
        REQUIRE(frames[i].first == FrameType::Text);
        REQUIRE(frames[i].second.size() == size);
      }
    }
  }
}

TEST_CASE("What was gathered goes before the first of the last words, and nothing between them") {
  const auto [here, there] = sockets();
  FrameWriter out(there);
  out.write(FrameType::Text, {"before"});
  out.write_dying(FrameType::Crash, "why");
  std::thread([&] { out.write(FrameType::Text, {"of another thread"}); }).join();
  out.write_dying(FrameType::Trace, "where it was");
  ::close(there);
  Frames expected{{FrameType::Text, "before"}};
  expected.insert(expected.end(), kLastWords.begin(), kLastWords.end());
  CHECK(frames_from(here) == expected);
}
