#pragma once
// What the engine asks of sheaf-host, and what it hears.

#include <array>
#include <span>

#include "base/descriptor.hpp"

namespace sheaf::plugin::host {

/// The host finds the socket of its engine here, and a child that of its own.
constexpr int kSocket = 3;

/// A child's ends of what ties it to the engine.
struct ChildEnds {
  Descriptor channel;   // a stream of frames
  Descriptor output;    // what it prints
  Descriptor lifeline;  // for the host: see lifeline.hpp
};

/// Sends the ends over a socket: an order for a child. False when the host has gone.
bool send_parcel(int socket, const ChildEnds& ends);
/// What was ordered; nothing when the engine has gone.
bool receive_parcel(int socket, ChildEnds& ends);

}  // namespace sheaf::plugin::host
