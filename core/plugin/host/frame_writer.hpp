#pragma once
// A child's side of the stream: frames are gathered and sent together.

#include <array>
#include <atomic>
#include <initializer_list>
#include <mutex>
#include <string_view>

#include "plugin/host/frames.hpp"

namespace sheaf::plugin::host {

/// May be used by all threads of a child. When the engine has gone, the process ends.
class FrameWriter {
 public:
  explicit FrameWriter(int socket) : socket_(socket) {}
  FrameWriter(const FrameWriter&) = delete;
  FrameWriter& operator=(const FrameWriter&) = delete;

  /// The payload is all parts, one after another. What is longer than a frame may be is cut.
  void write(FrameType type, std::initializer_list<std::string_view> parts = {});
  void write(FrameType type, const PayloadWriter& payload) { write(type, {payload.bytes()}); }
  void flush();

  /// The last words of a process, from its signal handler: takes no lock and no memory. What was
  /// gathered in whole frames goes before the first of them. No frame is cut in two by it: signals
  /// wait while their thread sends, and another thread that sends is waited for, and does not begin
  /// again; what other threads gather from then on is not sent.
  void write_dying(FrameType type, std::string_view payload) noexcept;

 private:
  class Sending;
  static constexpr std::size_t kRoom = 64 * 1024;
  void append(std::string_view bytes);
  void send_gathered();
  void send_whole(const FrameHead& head, std::initializer_list<std::string_view> parts);
  void send(std::string_view bytes);

  int socket_;
  std::mutex mutex_;
  std::array<char, kRoom> gathered_;
  std::size_t size_ = 0;
  std::atomic<std::size_t> whole_ = 0;  // bytes of `gathered_` that are whole frames
  std::atomic<bool> sending_ = false, dying_ = false;
};

}  // namespace sheaf::plugin::host
