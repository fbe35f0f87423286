/* Looks for what root may, and sees whether it can take it back. */
#include <linux/capability.h>

#include "hostile.h"

static void harm(const char* folder) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}, {0, 0, 0}};
  const uint32_t reading = 1u << CAP_DAC_READ_SEARCH;
  (void)folder;
  errno = EPERM;
  syscall(SYS_capget, &header, sets);
  tell("privileges", (sets[0].permitted & ~reading) || sets[1].permitted ? 0 : -1);
  memset(sets, 0xFF, sizeof sets);
  tell("privileges again", syscall(SYS_capset, &header, sets));
  tell("limits by the old call", syscall(SYS_setrlimit, RLIMIT_FSIZE, &(struct rlimit){1, 1}));
}

HARM_PLUGIN
