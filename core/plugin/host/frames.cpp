#include "plugin/host/frames.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "plugin/abi_text.hpp"

namespace sheaf::plugin::host {
namespace {

constexpr std::size_t kRead = 64 * 1024;
constexpr std::uint32_t kMessage = 64 * 1024;  // of a finding, a log line, a refusal

}  // namespace

const std::size_t kLargestFromChild = sizeof(FrameHead) + kMostText + kMessage;

std::optional<std::uint32_t> largest_from_child(FrameType type) {
  switch (type) {
    case FrameType::Loaded:
    case FrameType::Close:
    case FrameType::Data:
    case FrameType::BadText:
    case FrameType::BadAttribute: return 0;
    case FrameType::Place:
    case FrameType::Stale:
    case FrameType::Result:
    case FrameType::Crash: return 4;
    case FrameType::Open: return 8;
    case FrameType::Text: return kMostText;
    case FrameType::Attribute: return kMostText + kMessage;
    case FrameType::Refused:
    case FrameType::Finding:
    case FrameType::Log:
    case FrameType::Thrown:
    case FrameType::Trace: return kMessage;
    case FrameType::Load:
    case FrameType::Render:
    case FrameType::Cancel: break;
  }
  return std::nullopt;
}

std::string_view PayloadReader::take(std::size_t size) {
  ok_ = ok_ && size <= bytes_.size();
  if (!ok_) return {};
  const std::string_view taken = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return taken;
}

std::uint32_t PayloadReader::count() {
  const auto things = number<std::uint32_t>();
  ok_ = ok_ && things <= bytes_.size();
  return ok_ ? things : 0;
}

std::string frame(FrameType type, std::string_view payload) {
  const FrameHead head{type, static_cast<std::uint32_t>(payload.size())};
  std::string made(bytes_of(head));
  return made += payload;
}

char* FrameBuffer::make_room(std::size_t bytes) {
  if (at_ > 0) std::memmove(room_.data(), room_.data() + at_, end_ - at_);
  end_ -= std::exchange(at_, 0);
  if (room_.size() < end_ + bytes) room_.resize(end_ + bytes);
  return room_.data() + end_;
}

void FrameBuffer::add(std::string_view bytes) {
  if (bytes.empty()) return;  // memcpy wants an address even then
  std::memcpy(make_room(bytes.size()), bytes.data(), bytes.size());
  end_ += bytes.size();
}

FrameBuffer::Got FrameBuffer::read(int socket) {
  broken_ = broken_ || (largest_ && end_ - at_ > kLargestFromChild);  // nobody takes frames
  if (broken_) return Got::Nothing;
  char* room = make_room(kRead);
  ssize_t got = 0;
  do got = ::recv(socket, room, kRead, 0);
  while (got < 0 && errno == EINTR);
  const bool waits = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  end_ += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  if (got > 0) return Got::Bytes;
  return waits ? Got::Nothing : Got::End;
}

std::optional<FrameBuffer::Frame> FrameBuffer::next() {
  const std::string_view left(room_.data() + at_, end_ - at_);
  if (broken_ || left.size() < sizeof(FrameHead)) return std::nullopt;
  FrameHead head;
  std::memcpy(&head, left.data(), sizeof head);
  if (largest_) {
    const auto most = largest_(head.type);
    broken_ = !most || head.size > *most;
  }
  if (broken_ || left.size() - sizeof head < head.size) return std::nullopt;
  at_ += sizeof head + head.size;
  return Frame{head.type, left.substr(sizeof head, head.size)};
}

}  // namespace sheaf::plugin::host
