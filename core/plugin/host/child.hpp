#pragma once
// A plugin's process, from its confinement to the end: it serves the sections of one library.

#include <string>
#include <string_view>
#include <vector>

#include "plugin/host/frames.hpp"
#include "plugin/host/limits.hpp"
#include "plugin/manifest.hpp"

namespace sheaf::plugin::host {

/// What a child is told before anything else.
struct LoadRequest {
  Limits limits;
  std::vector<std::string> readable;  // folders that it may read; empty ones are none
  std::vector<std::string> kinds;     // of blocks, by number
  Manifest manifest;                  // what plugin::load() looks at
};
std::string encode(const LoadRequest& request);
LoadRequest decode_load(std::string_view payload);

/// Confines this process, loads the library that the engine names over `socket`, and serves its
/// sections, one after another, until the engine goes. Borrows `socket`.
[[noreturn]] void serve(int socket);

}  // namespace sheaf::plugin::host
