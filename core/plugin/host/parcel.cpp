#include "plugin/host/parcel.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace sheaf::plugin::host {
namespace {

constexpr std::size_t kEnds = 3;

/// One byte and the descriptors beside it (unix(7), SCM_RIGHTS).
struct Message {
  char byte = 0;
  iovec bytes{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kEnds * sizeof(int))> beside{};
  msghdr head{};

  Message() {
    head.msg_iov = &bytes;
    head.msg_iovlen = 1;
    head.msg_control = beside.data();
    head.msg_controllen = beside.size();
  }
};

}  // namespace

bool send_parcel(int socket, const ChildEnds& ends) {
  Message message;
  cmsghdr* rights = CMSG_FIRSTHDR(&message.head);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(kEnds * sizeof(int));
  const std::array values{ends.channel.value(), ends.output.value(), ends.lifeline.value()};
  std::memcpy(CMSG_DATA(rights), values.data(), sizeof values);
  ssize_t sent = 0;
  do sent = ::sendmsg(socket, &message.head, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == 1;
}

bool receive_parcel(int socket, ChildEnds& ends) {
  Message message;
  if (::recvmsg(socket, &message.head, MSG_CMSG_CLOEXEC) != 1) return false;
  const cmsghdr* rights = CMSG_FIRSTHDR(&message.head);
  if (!rights || rights->cmsg_len != CMSG_LEN(kEnds * sizeof(int))) return false;
  std::array<int, kEnds> values{};
  std::memcpy(values.data(), CMSG_DATA(rights), sizeof values);
  ends = {Descriptor(values[0]), Descriptor(values[1]), Descriptor(values[2])};
  return true;
}

}  // namespace sheaf::plugin::host
