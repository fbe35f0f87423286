#pragma once
// A child's side of one section: the plugin's calls become frames. What they mean is looked at by
// the engine alone, which makes the same calls again to its Bridge.

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include <sheaf/abi.h>

#include "plugin/flat_values.hpp"
#include "plugin/host/frame_writer.hpp"
#include "plugin/served_values.hpp"

namespace sheaf::plugin::host {

/// For one section. The tables point to this object: it does not move. `cancelled` and `log` may be
/// called by any thread.
class Recorder {
 public:
  /// `kinds`: the names of the kinds of blocks, in the order of their numbers. All is borrowed.
  Recorder(int socket, FrameWriter& out, const std::vector<std::string_view>& kinds,
           FlatValues values);
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  const sheaf_host* host() const { return &host_; }
  const sheaf_values* values() const { return served_.table(); }
  const sheaf_builder* builder() const { return &builder_; }
  void thrown(std::string_view what);
  void cancel() { cancelled_ = true; }

 private:
  friend struct RecorderCalls;
  /// Looks whether the engine has sent anything: while a section is at work, that is Cancel.
  bool is_cancelled();
  sheaf_rc record(FrameType type, std::initializer_list<std::string_view> parts = {});

  int socket_;
  FrameWriter& out_;
  const std::vector<std::string_view>& kinds_;
  std::atomic<bool> cancelled_ = false;
  unsigned records_ = 0;
  ServedValues served_;
  sheaf_host host_;
  sheaf_builder builder_;
};

}  // namespace sheaf::plugin::host
