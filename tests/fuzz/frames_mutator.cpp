// How libFuzzer changes what a child sends. Blind changes make nearly every stream end at its first
// frame, with a length that does not fit; half of the time, whole frames are changed instead.

#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "fuzzing.hpp"
#include "plugin/host/frames.hpp"

using namespace sheaf;
using plugin::host::FrameHead;
using plugin::host::FrameType;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t room);

namespace {

using Random = std::minstd_rand;

/// The frames of a stream, each with its head; what is none comes last.
std::vector<std::string> frames_of(std::string_view bytes) {
  std::vector<std::string> frames;
  while (bytes.size() >= sizeof(FrameHead)) {
    FrameHead head;
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.size > bytes.size() - sizeof head) break;
    frames.emplace_back(bytes.substr(0, sizeof head + head.size));
    bytes.remove_prefix(frames.back().size());
  }
  if (!bytes.empty()) frames.emplace_back(bytes);
  return frames;
}

/// The frame with another payload, of which it knows the length.
std::string with_other_payload(const std::string& frame) {
  constexpr std::size_t kMore = 64;
  std::string payload = frame.substr(std::min(frame.size(), sizeof(FrameHead)));
  const std::size_t size = payload.size();
  payload.resize(size + kMore);
  payload.resize(
      LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(payload.data()), size, payload.size()));
  FrameHead head{};
  std::memcpy(&head, frame.data(), std::min(frame.size(), sizeof head));
  return plugin::host::frame(head.type, payload);
}

void change(std::vector<std::string>& frames, Random& random) {
  const auto any = [&] { return static_cast<std::ptrdiff_t>(random() % frames.size()); };
  const auto chosen = frames.begin() + any();
  switch (random() % 5) {
    case 0: frames.erase(chosen); break;
    case 1: frames.insert(frames.begin() + any(), std::string(*chosen)); break;
    case 2: std::swap(*chosen, frames[static_cast<std::size_t>(any())]); break;
    case 3: *chosen = with_other_payload(*chosen); break;
    default: {
      const auto first = static_cast<std::uint32_t>(FrameType::Loaded);
      const auto last = static_cast<std::uint32_t>(FrameType::Trace);
      const auto type = static_cast<FrameType>(first + random() % (last - first + 1));
      chosen->replace(0, sizeof type, plugin::host::bytes_of(type));
    }
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t room, unsigned seed) {
  Random random(seed);
  if (size < 2 || random() % 2 == 0) return LLVMFuzzerMutate(data, size, room);
  std::vector<std::string> frames = frames_of(test::bytes_of(data + 1, size - 1));
  change(frames, random);
  std::string made(1, static_cast<char>(data[0]));
  for (const std::string& frame : frames) made += frame;
  made.resize(std::min(made.size(), room));
  std::memcpy(data, made.data(), made.size());
  return made.size();
}
