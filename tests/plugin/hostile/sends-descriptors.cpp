// Hands the engine descriptors that it did not ask for.
#include "forge.hpp"

extern "C" void harm(const char*) {
  for (int i = 0; i < 12; ++i) {
    sheaf::plugin::host::FrameHead head{FrameType::Log, 5};
    char bytes[sizeof head + 5] = {};
    memcpy(bytes, &head, sizeof head);
    memcpy(bytes + sizeof head, "\1\0\0\0x", 5);
    iovec data{bytes, sizeof bytes};
    alignas(cmsghdr) char beside[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = beside;
    message.msg_controllen = sizeof beside;
    cmsghdr* rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(rights), &sheaf::plugin::host::kSocket, sizeof(int));
    if (sendmsg(sheaf::plugin::host::kSocket, &message, 0) < 0) break;
  }
}
