#pragma once
// What one child may use.

#include <chrono>
#include <cstdint>

namespace sheaf::plugin::host {

/// Of one child, which serves one section at a time. Sent to it as it stands.
struct Limits {
  // For one section, from the request to the result, and for loading the library before. Whoever
  // takes longer is asked to give up, and has `grace` to do so.
  std::chrono::milliseconds time{10'000};
  std::chrono::milliseconds grace{500};
  std::chrono::seconds processor{10};  // processor time for one section, all threads together
  std::uint64_t threads = 64;          // at a time
  std::uint64_t memory = 1ULL << 30;   // bytes of address space (not under sanitizers)
  std::uint64_t file_size = 0;         // bytes of a file that it writes
  std::uint64_t open_files = 64;       // descriptors
  std::uint64_t processes = 4096;      // of the user, threads counted; root has no such limit
  std::uint64_t frames = 4'000'000;    // frames for one section
  std::uint64_t messages = 1'000;      // findings for one section
  std::uint64_t output = 1 << 20;      // bytes printed and logged for one section
};

/// Sets what the system enforces, for this process and for good. What cannot be set is left. A
/// real-time priority of whoever runs Sheaf is given up.
/// Processor time and threads are for others to watch: see usage.hpp.
void apply(const Limits& limits);

}  // namespace sheaf::plugin::host
