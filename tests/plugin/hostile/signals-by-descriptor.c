/* Has the kernel end its parent when a descriptor is read, and so asks for no signal itself. */
#include "hostile.h"

static void harm(const char* folder) {
  const int descriptors[] = {STDOUT_FILENO, 3};
  (void)folder;
  if (!is_caged()) return;
  for (int i = 0; i < 2; ++i) {
    tell("owner of a descriptor", fcntl(descriptors[i], F_SETOWN, getppid()));
    tell("signal of a descriptor", fcntl(descriptors[i], F_SETSIG, SIGKILL));
    fcntl(descriptors[i], F_SETFL, fcntl(descriptors[i], F_GETFL) | O_ASYNC);
  }
  for (int i = 0; i < 100; ++i) dprintf(STDOUT_FILENO, "read me\n");
  usleep(100000);
}

HARM_PLUGIN
