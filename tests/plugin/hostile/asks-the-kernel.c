/* Asks the kernel for what only its owner should have. */
#include <sched.h>
#include <sys/mount.h>
#include <sys/personality.h>

#include "hostile.h"

static void harm(const char* folder) {
  (void)folder;
  char room[256] = {0};
  tell("mount", mount("none", folder, "tmpfs", 0, 0));
  tell("umount", umount2(folder, 0));
  tell("chroot", chroot(folder));
  tell("unshare users", unshare(CLONE_NEWUSER));
  tell("unshare mounts", unshare(CLONE_NEWNS));
  tell("setns", setns(0, 0));
  tell("bpf", syscall(SYS_bpf, 0, room, sizeof room));
  tell("perf", syscall(SYS_perf_event_open, room, 0, -1, -1, 0));
  tell("userfaultfd", syscall(SYS_userfaultfd, 0));
  tell("keyctl", syscall(SYS_keyctl, 0, -3, 0, 0, 0));
  tell("setuid", setresuid(0, 0, 0));
  tell("setgid", setresgid(0, 0, 0));
  tell("personality", personality(0x0040000));
  tell("hostname", sethostname("harm", 0));
  tell("clone3", syscall(435, room, 64));
  tell("clone", syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
  tell("handles", syscall(SYS_open_by_handle_at, -100, room, 0));
  tell("kexec", syscall(SYS_kexec_load, 0, 0, 0, 0));
  tell("module", syscall(SYS_init_module, room, 0, ""));
  tell("new filter", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
  tell("watch a folder", syscall(SYS_fanotify_init, 0, 0));
}

HARM_PLUGIN
