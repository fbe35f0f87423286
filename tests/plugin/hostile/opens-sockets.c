/* Talks to the world. */
#include <netdb.h>
#include <sys/socket.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const int families[] = {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK, AF_PACKET, AF_VSOCK};
  const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW};
  int pair[2];
  for (size_t i = 0; i < 18; ++i) tell("socket", socket(families[i % 6], types[i / 6], 0));
  tell("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
  struct addrinfo* found = 0;
  tell("getaddrinfo", getaddrinfo("localhost", "80", 0, &found) == 0 ? 0 : -1);
  tell("io_uring", syscall(425, 8, pair));
}

HARM_PLUGIN
