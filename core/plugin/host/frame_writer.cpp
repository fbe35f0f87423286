#include "plugin/host/frame_writer.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace sheaf::plugin::host {
namespace {

constexpr int kEngineGone = 3;

/// Sends all of it. False when nobody listens.
bool send_all(int socket, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace

void FrameWriter::write(FrameType type, std::initializer_list<std::string_view> parts) {
  FrameHead head{type, 0};
  for (const std::string_view part : parts) head.size += static_cast<std::uint32_t>(part.size());
  const std::lock_guard lock(mutex_);
  append(bytes_of(head));
  for (const std::string_view part : parts) append(part);
  whole_.store(size_, std::memory_order_release);
}

void FrameWriter::append(std::string_view bytes) {
  if (bytes.empty()) return;
  if (bytes.size() > kRoom - size_) send({gathered_.data(), std::exchange(size_, 0)});
  if (bytes.size() > kRoom) return send(bytes);
  std::memcpy(gathered_.data() + size_, bytes.data(), bytes.size());
  size_ += bytes.size();
}

void FrameWriter::flush() {
  const std::lock_guard lock(mutex_);
  send({gathered_.data(), std::exchange(size_, 0)});
}

void FrameWriter::send(std::string_view bytes) {
  whole_.store(0, std::memory_order_release);
  if (!send_all(socket_, bytes)) std::_Exit(kEngineGone);
}

void FrameWriter::write_dying(FrameType type, std::string_view payload) noexcept {
  const FrameHead head{type, static_cast<std::uint32_t>(payload.size())};
  (void)send_all(socket_, {gathered_.data(), whole_.exchange(0)});
  (void)send_all(socket_, bytes_of(head));
  (void)send_all(socket_, payload);
}

}  // namespace sheaf::plugin::host
