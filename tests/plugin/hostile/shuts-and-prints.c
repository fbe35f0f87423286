/* Takes its leave of the engine, and prints without end. */
#include <sys/socket.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  shutdown(3, SHUT_RDWR);
  for (;;) (void)!write(STDOUT_FILENO, "x\nx\nx\nx\nx\nx\nx\nx\n", 16);
}

HARM_PLUGIN
