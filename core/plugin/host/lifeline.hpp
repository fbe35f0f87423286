#pragma once
// What engine and host say to each other about one child, over a socket that keeps messages apart.
// Closed by the engine, the host ends the child; the child itself does not hold it.

#include <cstdint>

namespace sheaf::plugin::host {

/// From the host, first. Then, when the child has ended, an `int`: its status as of waitpid.
struct Birth {
  std::int64_t process;
};
static_assert(sizeof(Birth) != sizeof(int), "they are told apart by their length");

/// From the engine.
enum class Wish : char {
  Pause = 'p',  // it runs no more
  GoOn = 'g',
  Speak = 's',  // it tells where it is, and ends: see crash.hpp
};

}  // namespace sheaf::plugin::host
