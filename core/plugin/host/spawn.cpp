#include "plugin/host/spawn.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "plugin/host/parcel.hpp"

namespace sheaf::plugin::host {
namespace {

/// Of the environment, what the loader and the sanitizers look for: a plugin is not to find the
/// names and keys that an engine may have been given.
std::vector<char*> kept_environment() {
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

/// What the program begins with: nothing to read, nobody to talk to but the engine.
class Actions {
 public:
  explicit Actions(int descriptor) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, descriptor, kSocket);
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

/// Signals that the engine ignores or blocks are none of the program's business; a Ctrl-C is for
/// the engine, so the program has a group of its own.
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

tl::expected<pid_t, std::string> spawn(const Path& program, std::vector<std::string> words,
                                       int descriptor) {
  const Actions actions(descriptor);
  const Attributes attributes;
  words.insert(words.begin(), program.string());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const auto environment = kept_environment();
  pid_t process = 0;
  const int error = ::posix_spawn(&process, program.c_str(), actions.get(), attributes.get(),
                                  arguments.data(), environment.data());
  if (error == 0) return process;
  return tl::unexpected(fmt::format("{} cannot be started: {}", program.string(),
                                    std::generic_category().message(error)));
}

}  // namespace sheaf::plugin::host
