/* Reads what is none of its business. */
#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  const char* const files[] = {
      "/etc/passwd",    "/etc/shadow", "/etc/hostname", "/root/.ssh/id_rsa", "/root",
      "/home",          "/",           "/proc",         "/proc/1/environ",   "/proc/self/environ",
      "/proc/self/mem", "/sys/kernel", "/dev/mem",      "/dev/tty",          "/var/log",
      "/tmp",           "/usr/bin/env"};
  for (size_t i = 0; i < sizeof files / sizeof *files; ++i)
    tell(files[i], open(files[i], O_RDONLY));
  char around[5000];
  snprintf(around, sizeof around, "%s/../outside.txt", folder);
  tell("../outside.txt", open(around, O_RDONLY));
  snprintf(around, sizeof around, "%s/outside.link", folder);
  tell("outside.link", open(around, O_RDONLY));
}

HARM_PLUGIN
