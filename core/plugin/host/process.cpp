#include "plugin/host/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "plugin/host/parcel.hpp"

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

/// Of the environment, what the loader and the sanitizers look for: a plugin is not to find the
/// names and keys that an engine may have been given.
std::vector<char*> environment_of_host() {
  constexpr std::array<std::string_view, 5> kept{
      "LD_LIBRARY_PATH=", "ASAN_OPTIONS=", "LSAN_OPTIONS=", "UBSAN_OPTIONS=", "TSAN_OPTIONS="};
  std::vector<char*> made;
  for (char** at = environ; at && *at; ++at) {
    for (const std::string_view name : kept) {
      if (std::string_view(*at).starts_with(name)) made.push_back(*at);
    }
  }
  made.push_back(nullptr);
  return made;
}

/// What the host begins with: nothing to read, nobody to talk to but the engine.
class Actions {
 public:
  explicit Actions(int socket) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, socket, kSocket);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, kSocket + 1);
  }
  ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

/// Signals that the engine ignores or blocks are none of the host's business; a Ctrl-C is for the
/// engine, so the host has a group of its own.
class Attributes {
 public:
  Attributes() {
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_;
};

}  // namespace

tl::expected<std::unique_ptr<HostProcess>, std::string> HostProcess::start(const Path& program) {
  Descriptor ours, theirs;
  if (!make_pair(SOCK_SEQPACKET, ours, theirs)) return Problem(words_of(errno));
  const Actions actions(theirs.value());
  const Attributes attributes;
  std::string name = program.string(), version = SHEAF_VERSION;
  const std::array<char*, 3> arguments{name.data(), version.data(), nullptr};
  const auto environment = environment_of_host();
  pid_t process = 0;
  const int error = ::posix_spawn(&process, name.c_str(), actions.get(), attributes.get(),
                                  arguments.data(), environment.data());
  if (error != 0) {
    return Problem(fmt::format("{} cannot be started: {}", program.string(), words_of(error)));
  }
  return std::unique_ptr<HostProcess>(new HostProcess(process, std::move(ours)));
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
