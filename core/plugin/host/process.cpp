#include "plugin/host/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "plugin/host/parcel.hpp"
#include "plugin/host/spawn.hpp"

namespace sheaf::plugin::host {
namespace {

using Problem = tl::unexpected<std::string>;

/// Milliseconds for the host to end its children and itself; it has a limit of its own, below.
constexpr int kPatience = 7000;

std::string words_of(int error) { return std::generic_category().message(error); }

/// A pair of sockets: the first is the engine's, which never waits.
bool make_pair(int type, Descriptor& engine, Descriptor& other) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  engine = Descriptor(ends[0]);
  other = Descriptor(ends[1]);
  return ::fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

bool make_pipe(Descriptor& engine, Descriptor& other) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  engine = Descriptor(ends[0]);
  other = Descriptor(ends[1]);
  return ::fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

}  // namespace

tl::expected<std::unique_ptr<HostProcess>, std::string> HostProcess::start(const Path& program) {
  Descriptor ours, theirs;
  if (!make_pair(SOCK_SEQPACKET, ours, theirs)) return Problem(words_of(errno));
  const auto process = spawn(program, {SHEAF_VERSION}, theirs.value());
  if (!process) return Problem(process.error());
  return std::unique_ptr<HostProcess>(new HostProcess(*process, std::move(ours)));
}

HostProcess::~HostProcess() {
  ::shutdown(socket_.value(), SHUT_WR);
  pollfd end{socket_.value(), POLLIN, 0};
  if (::poll(&end, 1, kPatience) == 0) ::kill(process_, SIGKILL);  // its children go with it
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {}
}

/// The host says nothing over its socket, so that its end is all there can be to hear.
bool HostProcess::is_alive() const {
  char byte = 0;
  return ::recv(socket_.value(), &byte, 1, MSG_DONTWAIT | MSG_PEEK) < 0 && errno == EAGAIN;
}

tl::expected<EngineEnds, std::string> HostProcess::order_child() {
  EngineEnds ours;
  ChildEnds theirs;
  const bool made = make_pair(SOCK_STREAM, ours.channel, theirs.channel) &&
                    make_pipe(ours.output, theirs.output) &&
                    make_pair(SOCK_SEQPACKET, ours.lifeline, theirs.lifeline);
  if (!made) return Problem(words_of(errno));
  if (send_parcel(socket_.value(), theirs)) return ours;
  return Problem("sheaf-host has ended");
}

}  // namespace sheaf::plugin::host
