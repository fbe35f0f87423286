#include "plugin/host/frame_writer.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace sheaf::plugin::host {
namespace {

constexpr int kEngineGone = 3;
constexpr int kPatience = 1000;  // milliseconds for another thread to send a frame

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

[[noreturn]] void wait_for_the_end() {
  for (;;) ::pause();
}

}  // namespace

/// This thread sends for as long as this lives: its signals wait, and so does one that is dying.
class FrameWriter::Sending {
 public:
  explicit Sending(FrameWriter& out) : out_(out) {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    out_.sending_ = true;
    if (!out_.dying_) return;
    out_.sending_ = false;
    wait_for_the_end();
  }
  ~Sending() {
    out_.sending_ = false;
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  Sending(const Sending&) = delete;
  Sending& operator=(const Sending&) = delete;

 private:
  FrameWriter& out_;
  sigset_t before_;
};

void FrameWriter::write(FrameType type, std::initializer_list<std::string_view> parts) {
  FrameHead head{type, 0};
  for (const std::string_view part : parts) head.size += static_cast<std::uint32_t>(part.size());
  const std::size_t size = sizeof head + head.size;
  const std::lock_guard lock(mutex_);
  if (size > kRoom - size_) send_gathered();
  if (size > kRoom) return send_whole(head, parts);
  append(bytes_of(head));
  for (const std::string_view part : parts) append(part);
  whole_.store(size_, std::memory_order_release);
}

void FrameWriter::append(std::string_view bytes) {
  if (bytes.empty()) return;
  std::memcpy(gathered_.data() + size_, bytes.data(), bytes.size());
  size_ += bytes.size();
}

void FrameWriter::flush() {
  const std::lock_guard lock(mutex_);
  send_gathered();
}

void FrameWriter::send_gathered() {
  const Sending sending(*this);
  whole_.store(0, std::memory_order_release);
  send({gathered_.data(), std::exchange(size_, 0)});
}

void FrameWriter::send_whole(const FrameHead& head, std::initializer_list<std::string_view> parts) {
  const Sending sending(*this);
  send(bytes_of(head));
  for (const std::string_view part : parts) send(part);
}

void FrameWriter::send(std::string_view bytes) {
  if (!send_all(socket_, bytes)) std::_Exit(kEngineGone);
}

void FrameWriter::write_dying(FrameType type, std::string_view payload) noexcept {
  const bool is_first = !dying_.exchange(true);
  for (int i = 0; is_first && sending_ && i < kPatience; ++i) ::poll(nullptr, 0, 1);
  const FrameHead head{type, static_cast<std::uint32_t>(payload.size())};
  if (is_first) (void)send_all(socket_, {gathered_.data(), whole_});
  (void)send_all(socket_, bytes_of(head));
  (void)send_all(socket_, payload);
}

}  // namespace sheaf::plugin::host
