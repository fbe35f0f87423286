#include "plugin/host/child_link.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace sheaf::plugin::host {

void ChildLink::send(FrameType type, std::string_view payload) {
  const FrameHead head{type, static_cast<std::uint32_t>(payload.size())};
  unsent_ += bytes_of(head);
  unsent_ += payload;
  push();
}

void ChildLink::push() {
  std::size_t sent = 0;
  while (sent < unsent_.size()) {
    const ssize_t now =
        ::send(ends_.channel.value(), unsent_.data() + sent, unsent_.size() - sent, MSG_NOSIGNAL);
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) break;  // later, or never: reading tells
    sent += static_cast<std::size_t>(now);
  }
  unsent_.erase(0, sent);
}

void ChildLink::add_events(std::vector<pollfd>& events) const {
  const int wanted = POLLIN | (unsent_.empty() ? 0 : POLLOUT);
  const int channel = listens_ && !gone_ ? ends_.channel.value() : -1;
  events.push_back({channel, static_cast<short>(wanted), 0});
  events.push_back({hears_output_ ? ends_.output.value() : -1, POLLIN, 0});
  events.push_back({ends_.lifeline.value(), POLLIN, 0});
}

void ChildLink::serve(const pollfd* events, const OutputLines::Log& log) {
  if (events[0].revents & POLLOUT) push();
  if (events[0].revents & (POLLIN | POLLHUP | POLLERR)) {
    gone_ = frames_.read(ends_.channel.value()) == FrameBuffer::Got::End;
  }
  if (events[1].revents) read_output(log);
  if (events[2].revents) read_lifeline();
}

void ChildLink::read_output(const OutputLines::Log& log) {
  std::array<char, 65536> bytes;
  const ssize_t got = ::read(ends_.output.value(), bytes.data(), bytes.size());
  if (got > 0) return output_.add({bytes.data(), static_cast<std::size_t>(got)}, log);
  if (got == 0 || (errno != EAGAIN && errno != EINTR)) ends_.output.close();
}

void ChildLink::drain(const OutputLines::Log& log) {
  constexpr int kMostReads = 2;  // a pipe holds as much as one
  for (int i = 0; i < kMostReads && ends_.output; ++i) read_output(log);
  output_.finish(log);
}

void ChildLink::read_lifeline() {
  while (ends_.lifeline) {
    std::array<char, sizeof(Birth)> told{};
    const ssize_t got = ::recv(ends_.lifeline.value(), told.data(), told.size(), 0);
    if (got < 0 && errno == ECONNRESET) continue;  // the host went with a wish unread
    if (got < 0) return;
    PayloadReader in({told.data(), static_cast<std::size_t>(got)});
    if (got == sizeof(Birth)) {
      process_ = static_cast<pid_t>(in.number<Birth>().process);
    } else {
      if (got == sizeof(int)) status_ = in.number<int>();
      ends_.lifeline.close();
    }
  }
}

void ChildLink::wish(Wish wish) {
  (void)::send(ends_.lifeline.value(), &wish, sizeof wish, MSG_NOSIGNAL);
}

void ChildLink::pause() {
  if (!std::exchange(paused_, true)) wish(Wish::Pause);
}

void ChildLink::go_on() {
  if (std::exchange(paused_, false)) wish(Wish::GoOn);
}

void ChildLink::ask_for_last_words() {
  hears_output_ = false;
  wish(Wish::Speak);
}

bool ChildLink::is_alive() {
  read_lifeline();
  return !gone_ && !status_ && ends_.lifeline;
}

}  // namespace sheaf::plugin::host
