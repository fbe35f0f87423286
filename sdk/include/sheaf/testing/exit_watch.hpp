#pragma once
// A section that ends the process would end its test as if that had passed.

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace sheaf::testing {

/// While it lives, exit() and quick_exit() in this thread fail with a word on standard error.
class ExitWatch {
 public:
  /// Borrows the section's id.
  explicit ExitWatch(std::string_view section) {
    [[maybe_unused]] static const bool hears =
        std::atexit(notice) == 0 && std::at_quick_exit(notice) == 0;
    running() = section;
  }
  ~ExitWatch() { running() = {}; }
  ExitWatch(const ExitWatch&) = delete;
  ExitWatch& operator=(const ExitWatch&) = delete;

 private:
  static std::string_view& running() {
    thread_local std::string_view section;
    return section;
  }
  static void notice() {
    if (running().empty()) return;
    std::fprintf(stderr, "error: the plugin \"%.*s\" ended the process while it was rendered\n",
                 static_cast<int>(running().size()), running().data());
    std::fflush(nullptr);
    std::_Exit(1);
  }
};

}  // namespace sheaf::testing
