#pragma once
// A plugin's process that a test plays: what it says reaches the engine as if a plugin had said it.

#include <sys/socket.h>

#include <array>
#include <memory>
#include <string_view>

#include "plugin/host/children.hpp"

namespace sheaf::test {

/// The ends that a child would hold. Its library is served by no other process.
class LentChild {
 public:
  /// The next that asks `children` for a process of this library gets this one.
  LentChild(plugin::host::Children& children, const plugin::Manifest& manifest, const Path& root) {
    plugin::host::EngineEnds ours;
    make_pair(SOCK_STREAM, ours.channel, channel_);
    make_pair(SOCK_STREAM, ours.output, output_);
    make_pair(SOCK_SEQPACKET, ours.lifeline, lifeline_);
    children.give_back(std::make_unique<plugin::host::ChildLink>(std::move(ours)), manifest, root);
  }

  void send(std::string_view frames) const { put(channel_, frames); }
  void print(std::string_view text) const { put(output_, text); }
  /// The process has ended, with a status as of waitpid.
  void end(int status) {
    put(lifeline_, plugin::host::bytes_of(status));
    vanish();
  }
  /// It has gone, and nobody says how.
  void vanish() {
    for (Descriptor* end : {&channel_, &output_, &lifeline_}) end->close();
  }

 private:
  static void make_pair(int type, Descriptor& engine, Descriptor& child) {
    std::array<int, 2> ends{-1, -1};
    (void)::socketpair(AF_UNIX, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data());
    engine = Descriptor(ends[0]);
    child = Descriptor(ends[1]);
  }
  static void put(const Descriptor& end, std::string_view bytes) {
    (void)!::send(end.value(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }

  Descriptor channel_, output_, lifeline_;
};

}  // namespace sheaf::test
