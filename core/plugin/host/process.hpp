#pragma once
// The engine's end of sheaf-host.

#include <memory>
#include <string>

#include <sys/types.h>

#include <tl/expected.hpp>

#include "base/descriptor.hpp"
#include "base/file_system.hpp"

namespace sheaf::plugin::host {

/// The engine's ends of a child; see ChildEnds. None of them blocks.
struct EngineEnds {
  Descriptor channel, output, lifeline;
};

/// sheaf-host at work. Its end ends all children. Thread-safe.
class HostProcess {
 public:
  /// Starts the program; the problem is a sentence without a full stop.
  static tl::expected<std::unique_ptr<HostProcess>, std::string> start(const Path& program);
  ~HostProcess();
  HostProcess(const HostProcess&) = delete;
  HostProcess& operator=(const HostProcess&) = delete;

  tl::expected<EngineEnds, std::string> order_child();
  bool is_alive() const;

 private:
  HostProcess(pid_t process, Descriptor socket) : process_(process), socket_(std::move(socket)) {}

  pid_t process_;
  Descriptor socket_;
};

}  // namespace sheaf::plugin::host
