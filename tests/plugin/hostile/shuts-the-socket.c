/* Ends the conversation, and lives on. */
#include <sys/socket.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  shutdown(3, SHUT_RDWR);
  for (;;) pause();
}

HARM_PLUGIN
