#pragma once
// For plugins that talk past the builder, straight to the engine.

#include <sys/socket.h>

#include <string>
#include <string_view>

#include "hostile.h"
#include "plugin/host/frames.hpp"
#include "plugin/host/parcel.hpp"

namespace {

using sheaf::plugin::host::FrameHead;
using sheaf::plugin::host::FrameType;
using sheaf::plugin::host::PayloadWriter;

[[maybe_unused]] void send_bytes(std::string_view bytes) {
  (void)!write(sheaf::plugin::host::kSocket, bytes.data(), bytes.size());
}

/// A frame whose head says `size`, whatever the payload is.
[[maybe_unused]] void send_frame(FrameType type, std::string_view payload, std::uint32_t size) {
  const FrameHead head{type, size};
  send_bytes(std::string(sheaf::plugin::host::bytes_of(head)).append(payload));
}
[[maybe_unused]] void send_frame(FrameType type, std::string_view payload = {}) {
  send_frame(type, payload, static_cast<std::uint32_t>(payload.size()));
}

}  // namespace
