/* Looks into its parent, and into the engine. */
#include <sys/ptrace.h>
#include <sys/uio.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  char bytes[16];
  struct iovec here = {bytes, sizeof bytes}, there = {(void*)(uintptr_t)0x400000, sizeof bytes};
  char path[64];
  tell("attach", ptrace(PTRACE_ATTACH, getppid(), 0, 0));
  tell("seize", ptrace(PTRACE_SEIZE, getppid(), 0, 0));
  tell("process_vm_readv", process_vm_readv(getppid(), &here, 1, &there, 1, 0));
  tell("process_vm_writev", process_vm_writev(getppid(), &here, 1, &there, 1, 0));
  snprintf(path, sizeof path, "/proc/%d/mem", (int)getppid());
  tell("memory", open(path, O_RDWR));
  snprintf(path, sizeof path, "/proc/%d/environ", (int)getppid());
  tell("environment", open(path, O_RDONLY));
  snprintf(path, sizeof path, "/proc/%d/fd/3", (int)getppid());
  tell("descriptor", open(path, O_RDWR));
}

HARM_PLUGIN
