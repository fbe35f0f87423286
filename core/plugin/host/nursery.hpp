#pragma once
// sheaf-host itself: forks the plugins' processes and buries them.

#include <map>

#include <sys/types.h>

#include "base/descriptor.hpp"
#include "plugin/host/parcel.hpp"

namespace sheaf::plugin::host {

/// Forks before anything is loaded that a child should not see, so every child begins alike. One
/// thread. Lives until the engine closes its end of the socket, however that comes about, and
/// leaves no process behind: what a child may have started is handed to it and killed.
class Nursery {
 public:
  /// Borrows `socket`.
  explicit Nursery(int socket);
  Nursery(const Nursery&) = delete;
  Nursery& operator=(const Nursery&) = delete;

  void serve();

 private:
  void take_order();
  void heed(pid_t child);
  void fork_child(ChildEnds ends);
  void bury();
  void kill_abandoned();
  void end_all();

  int socket_;
  Descriptor deaths_;                      // of children, as signals to be read
  std::map<pid_t, Descriptor> lifelines_;  // of children that live
  bool is_over_ = false;
};

}  // namespace sheaf::plugin::host
