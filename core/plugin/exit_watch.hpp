#pragma once
// Notices that a plugin ends the process that it runs in: exit() would end Sheaf without a word, as
// if all were done.

#include <string>

namespace sheaf::plugin {

/// While it lives, exit() and quick_exit() of this thread say who called them on standard error,
/// and end the process with exit code 1. _exit() is not noticed.
class ExitWatch {
 public:
  /// `who` begins the sentence: "The plugin "cover", in the section "front","; it must outlive this
  /// object.
  explicit ExitWatch(const std::string& who);
  ~ExitWatch();
  ExitWatch(const ExitWatch&) = delete;
  ExitWatch& operator=(const ExitWatch&) = delete;
};

}  // namespace sheaf::plugin
