#include "plugin/exit_watch.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace sheaf::plugin {
namespace {

/// Who runs in this thread. What exit() calls gets no argument, so this cannot be handed on.
thread_local std::string_view running;

void write_out(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void notice_exit() {
  if (running.empty()) return;
  write_out("error[plugin-exit]: ");
  write_out(running);
  write_out(" ended the process that Sheaf runs in, with exit()\n");
  std::_Exit(1);
}

}  // namespace

ExitWatch::ExitWatch(const std::string& who) {
  [[maybe_unused]] static const bool hears =
      std::atexit(notice_exit) == 0 && std::at_quick_exit(notice_exit) == 0;
  running = who;
}

ExitWatch::~ExitWatch() { running = {}; }

}  // namespace sheaf::plugin
