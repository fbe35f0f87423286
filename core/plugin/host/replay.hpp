#pragma once
// A child's calls, made again on the engine's side of the boundary.

#include <functional>
#include <string_view>

#include "plugin/bridge.hpp"
#include "plugin/host/frames.hpp"
#include "plugin/host/limits.hpp"

namespace sheaf::plugin::host {

/// For one section. What the calls mean is the Bridge's to check, in the same words as for a plugin
/// in process; here it is only whether they are calls, and not too many.
class Replay {
 public:
  using Log = std::function<void(std::string_view)>;

  /// Borrows both. `log` is given what the plugin logs, in clean lines.
  Replay(Bridge& bridge, const Limits& limits, Log log)
      : bridge_(bridge), limits_(limits), log_(std::move(log)) {}

  enum class Verdict {
    Taken,
    Result,   // the section has come to its end: rc()
    Garbled,  // not a frame that could stand here
    Flood,    // more than the limits allow
  };
  Verdict take(const FrameBuffer::Frame& frame);
  sheaf_rc rc() const { return rc_; }

 private:
  Verdict call(const FrameBuffer::Frame& frame);
  Verdict attribute(PayloadReader in);
  Verdict finding(PayloadReader in);
  Verdict log(PayloadReader in);

  Bridge& bridge_;
  const Limits& limits_;
  Log log_;
  std::uint64_t frames_ = 0, messages_ = 0, logged_ = 0;
  sheaf_rc rc_ = SHEAF_E_INTERNAL;
};

}  // namespace sheaf::plugin::host
