#include "plugin/host/system_calls.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sheaf::plugin::host {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#else
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#endif
constexpr std::uint32_t kOtherInterface = 0x40000000;  // x32 calls: numbers of another meaning

// Newer than the headers of some systems; the numbers are the same on all machines.
constexpr int kPidfdOpen = 434, kPidfdSendSignal = 424, kPidfdGetfd = 438;
constexpr int kIoUringSetup = 425, kIoUringEnter = 426, kIoUringRegister = 427;
constexpr int kOpenTree = 428, kMoveMount = 429, kFsopen = 430, kFsmount = 432;
constexpr int kClone3 = 435, kProcessMadvise = 440, kMountSetattr = 442;
constexpr int kOpenat2 = 437, kMemfdSecret = 447, kFchmodat2 = 452, kSetxattrat = 463;
constexpr int kGetxattrat = 464, kListxattrat = 465, kRemovexattrat = 466, kFileSetattr = 469;

/// Refused with EPERM whatever their arguments are.
// clang-format off
constexpr int kRefused[] = {
    // the network
    SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
    // other programs and processes; what would slip out of the group that is killed
    SYS_execve, SYS_execveat, SYS_setpgid, SYS_setsid,
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, kProcessMadvise, SYS_kcmp,
    SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_tkill, kPidfdOpen, kPidfdSendSignal,
    kPidfdGetfd, SYS_setpriority, SYS_ioprio_set, SYS_sched_setscheduler,
    SYS_sched_setparam, SYS_sched_setattr,
    // file systems and namespaces
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, kOpenTree,
    kMoveMount, kFsopen, kFsmount, kMountSetattr, SYS_quotactl, SYS_swapon, SYS_swapoff, SYS_acct,
    SYS_memfd_create, SYS_name_to_handle_at, SYS_open_by_handle_at,
    // changing files and folders, Landlock or not
    SYS_truncate, SYS_mkdirat, SYS_mknodat, SYS_unlinkat, SYS_renameat2, SYS_linkat, SYS_symlinkat,
    // who may use a file, its times and its labels
    SYS_fchmod, SYS_fchmodat, kFchmodat2, SYS_fchown, SYS_fchownat, SYS_utimensat, SYS_setxattr,
    SYS_lsetxattr, SYS_fsetxattr, kSetxattrat, SYS_removexattr, SYS_lremovexattr,
    SYS_fremovexattr, kRemovexattrat, SYS_getxattr, SYS_lgetxattr, SYS_fgetxattr, kGetxattrat,
    SYS_listxattr, SYS_llistxattr, SYS_flistxattr, kListxattrat, kFileSetattr,
    // what others do with files: seeing it, and keeping them from it
    SYS_inotify_init1, SYS_inotify_add_watch, SYS_fanotify_init, SYS_fanotify_mark, SYS_flock,
    // memory and queues that outlive a process; memory that is kept from others
    SYS_shmget, SYS_shmat, SYS_shmctl, SYS_semget, SYS_semop, SYS_semctl, SYS_msgget, SYS_msgsnd,
    SYS_msgrcv, SYS_msgctl, SYS_mq_open, SYS_mq_unlink, SYS_mlock, SYS_mlock2, SYS_mlockall,
    kMemfdSecret,
    // its limits
    SYS_setrlimit,
    // who it is, and parts of the kernel with a history
    SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid,
    SYS_setgroups, SYS_capset, SYS_personality, SYS_bpf, SYS_perf_event_open, SYS_add_key,
    SYS_request_key, SYS_keyctl, kIoUringSetup, kIoUringEnter, kIoUringRegister, SYS_userfaultfd,
    // the machine
    SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot,
    SYS_sethostname, SYS_setdomainname, SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime,
    SYS_adjtimex, SYS_syslog,
#if defined(__x86_64__)
    SYS_fork, SYS_vfork, SYS_iopl, SYS_ioperm, SYS_modify_ldt, SYS_chmod, SYS_chown, SYS_lchown,
    SYS_utime, SYS_utimes, SYS_futimesat, SYS_creat, SYS_mkdir, SYS_mknod, SYS_unlink, SYS_rmdir,
    SYS_rename, SYS_renameat, SYS_link, SYS_symlink, SYS_inotify_init,
#endif
};
// clang-format on

/// Puts a filter together: each rule looks at the number in the accumulator and puts it back.
class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    unless_equal(kArchitecture, 1);
    answer_now(SECCOMP_RET_KILL_PROCESS);
    load_number();
#if defined(__x86_64__)
    add(BPF_JMP | BPF_JGE | BPF_K, kOtherInterface, 0, 1);
    answer_now(SECCOMP_RET_ERRNO | EPERM);
#endif
  }

  void refuse(int call, int error) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1);
    answer_now(SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(error));
  }
  /// Allowed only when (argument & mask) == value.
  void refuse_unless(int call, int argument, std::uint32_t mask, std::uint32_t value) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 5);
    load(offsetof(seccomp_data, args) + static_cast<std::size_t>(argument) * sizeof(std::uint64_t));
    add(BPF_ALU | BPF_AND | BPF_K, mask, 0, 0);
    unless_equal(value, 1);
    answer_now(SECCOMP_RET_ERRNO | EPERM);
    answer_now(SECCOMP_RET_ALLOW);
  }

  /// Refused when the argument, 64 bits, is not 0.
  void refuse_unless_zero(int call, int argument) {
    const auto at =
        offsetof(seccomp_data, args) + static_cast<std::size_t>(argument) * sizeof(std::uint64_t);
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 6);
    load(at);
    add(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2);
    load(at + sizeof(std::uint32_t));
    unless_equal(0, 1);
    answer_now(SECCOMP_RET_ERRNO | EPERM);
    load_number();
  }

  /// Refused when the argument is `value`.
  void refuse_when(int call, int argument, std::uint32_t value) {
    add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 4);
    load(offsetof(seccomp_data, args) + static_cast<std::size_t>(argument) * sizeof(std::uint64_t));
    add(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    answer_now(SECCOMP_RET_ERRNO | EPERM);
    load_number();
  }

  bool install() {
    answer_now(SECCOMP_RET_ALLOW);
    const sock_fprog program{static_cast<unsigned short>(steps_.size()), steps_.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
  }

 private:
  void add(int code, std::uint32_t operand, int if_true, int if_false) {
    steps_.push_back({static_cast<std::uint16_t>(code), static_cast<std::uint8_t>(if_true),
                      static_cast<std::uint8_t>(if_false), operand});
  }
  void load(std::size_t offset) {
    add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset), 0, 0);
  }
  void load_number() { load(offsetof(seccomp_data, nr)); }
  /// Skips the next `steps` when the accumulator is `value`.
  void unless_equal(std::uint32_t value, int steps) {
    add(BPF_JMP | BPF_JEQ | BPF_K, value, steps, 0);
  }
  void answer_now(std::uint32_t answer) { add(BPF_RET | BPF_K, answer, 0, 0); }

  std::vector<sock_filter> steps_;
};

/// Files are opened to be read, if at all.
void refuse_writing(Filter& filter) {
  constexpr std::uint32_t kChanges = O_ACCMODE | O_CREAT | O_TRUNC;
  filter.refuse(kOpenat2, ENOSYS);  // its flags cannot be looked at
  filter.refuse_unless(SYS_openat, 2, kChanges, O_RDONLY);
#if defined(__x86_64__)
  filter.refuse_unless(SYS_open, 1, kChanges, O_RDONLY);
#endif
}

}  // namespace

bool can_filter_system_calls() {
  // The second argument is no filter: EFAULT says that filters are known.
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, nullptr, 0, 0) != 0 && errno == EFAULT;
}

bool filter_system_calls() {
  const auto self = static_cast<std::uint32_t>(::getpid());
  constexpr std::uint32_t kAll = 0xFFFFFFFF;
  Filter filter;
  for (const int call : kRefused) filter.refuse(call, EPERM);
  filter.refuse(kClone3, ENOSYS);  // glibc then uses clone, whose flags can be looked at
  filter.refuse_unless(SYS_clone, 0, CLONE_THREAD, CLONE_THREAD);
  filter.refuse_unless(SYS_tgkill, 0, kAll, self);  // abort() signals itself
  filter.refuse_unless(SYS_kill, 0, kAll, self);
  filter.refuse_unless_zero(SYS_prlimit64, 2);      // no new limits
  filter.refuse_unless(SYS_prlimit64, 0, kAll, 0);  // and no looking at others'
  filter.refuse_unless(SYS_sched_setaffinity, 0, kAll, 0);
  for (const int option : {PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER}) {
    filter.refuse_when(SYS_prctl, 0, static_cast<std::uint32_t>(option));
  }
  // Signals that the kernel sends; what keeps others from a file, or tells what they do with it.
  for (const int option : {F_SETOWN, F_SETOWN_EX, F_SETSIG, F_SETLEASE, F_NOTIFY, F_SETLK, F_SETLKW,
                           F_OFD_SETLK, F_OFD_SETLKW}) {
    filter.refuse_when(SYS_fcntl, 1, static_cast<std::uint32_t>(option));
  }
  filter.refuse(SYS_ioctl, ENOTTY);  // of terminals, devices and the flags of files: there is none
  refuse_writing(filter);
  return filter.install();
}

}  // namespace sheaf::plugin::host
