"""What must come of each hostile plugin: one call for each, named as its file."""
import re
from dataclasses import dataclass

CASES = {}


@dataclass
class Case:
    """`finding` and `message` (a pattern, after `The plugin "ID" `): the one error; no finding: the report is whole.
    `told`: patterns of what it must have printed; `may`: what it may have been able to do."""
    name: str
    group: str
    finding: str = ""
    message: str = ""
    told: tuple = ()
    may: tuple = ()
    seconds: int = 10      # limit of a section
    plain: bool = False    # not under sanitizers
    caged: bool = False    # wants Landlock and seccomp
    in_process: bool = False  # contained without a process of its own, too
    alters: bool = False   # what it writes is not what harmless.c writes
    else_well: bool = False   # or the report is whole, by the turn of events

    def says(self):
        return f'The plugin "{self.name}" {self.message}'


def case(name, group, finding="", message="", **more):
    assert name not in CASES, name
    CASES[name] = Case(name, group, finding, message, **more)


def crash(name, what, when="", **more):
    case(name, more.pop("group", "crashes"), "plugin-crash", f"crashed{when}: " + re.escape(what), **more)


def ends(name, what, **more):
    case(name, "ends", "plugin-exit", what, **more)


def hangs(name, what="written this section", **more):
    case(name, "hangs", "plugin-timeout", f"had not {what} after 2 seconds, and was stopped", seconds=2, **more)


def breach(name, finding, message, **more):
    case(name, "contract", finding, message, in_process=more.pop("in_process", True), **more)


def garbles(name, **more):
    case(name, "frames", "plugin-garbled", "sent what Sheaf cannot read, and was stopped", **more)


def floods(name, **more):
    case(name, "floods", "plugin-flood", "sent or printed more than one section may, and was stopped", **more)


def held(name, *told, **more):
    case(name, "reach", told=told, caged=True, **more)


SEGV, BUS = "it used memory that is not its own (SIGSEGV)", "it used memory that is not there (SIGBUS)"
ABRT, ILL = "it gave up (SIGABRT)", "it came upon what is no instruction (SIGILL)"
LOADED = " as it was loaded"
EXIT = "ended its process with exit code {} before this section was written"

# Faults.
crash("segfault", SEGV)
crash("aborts", ABRT)
crash("bus-error", BUS)
crash("illegal-instruction", ILL)
crash("divides-by-zero", "it divided by zero, or the like (SIGFPE)", told=("one by zero: done",), may=("one by zero",))
crash("stack-overflow", SEGV)
crash("smashes-heap", ABRT, plain=True)
crash("unmaps-itself", SEGV)
crash("maps-code", ILL)
crash("wild-text", SEGV, plain=True)
crash("dangling-calls", SEGV)
crash("dangling-section", SEGV)
crash("prints-escapes", ABRT)
crash("throws-in-thread", ABRT)
crash("forged-trace", SEGV)

# Loading.
crash("segfault-constructor", SEGV, LOADED, group="loading")
crash("throwing-constructor", ABRT, LOADED, group="loading")
crash("dangling-table", SEGV, LOADED, group="loading")
crash("dangling-manifest", SEGV, LOADED, group="loading", plain=True)
case("exit-constructor", "loading", "plugin-exit", "ended its process with exit code 0 as it was loaded", plain=True)
case("null-table", "loading", "unsound-plugin", "says that it cannot work with this Sheaf", in_process=True)
case("huge-size", "loading", "unsound-plugin", "describes itself in 4294967295 bytes, which cannot be", in_process=True)
case("small-size", "loading", "unsound-plugin", "describes itself in 1 bytes, which cannot be", in_process=True)
case("later-host", "loading", "newer-plugin", "was made for a newer Sheaf", in_process=True)
for name in ("null-calls", "endless-id"):
    case(name, "loading", "unsound-plugin", "is not made as a section plugin is", in_process=True)
case("crashing-destructor", "loading")
case("own-functions", "loading")

# Ends.
ends("exit-zero", EXIT.format(0), plain=True)  # LeakSanitizer has other ideas about exit()
for name in ("exit-in-thread", "cut-frame"):
    ends(name, EXIT.format(0))
for name in ("closes-descriptors", "swaps-descriptors"):
    ends(name, EXIT.format(3))
ends("shuts-the-socket", "broke off its connection before this section was written")
case("shuts-and-prints", "ends", "plugin-(exit|flood)", "(broke off its connection before this section was written|sent or printed more .*)")
case("kills-itself", "ends", "plugin-limit", "was ended by the system, which happens when memory runs out")

# Time.
for name in ("infinite-loop", "sleeps", "deadlocks", "masks-signals", "survives-crashes", "stops-itself", "loops-in-destroy",
             "eats-requests", "unfinished-frame", "patches-the-host"):
    hangs(name)
hangs("sleeping-constructor", "loaded")

# The contract.
NO_TEXT = ("wrote text that is not valid UTF-8 or holds control characters into .* "
           r"\(often from a string_view whose text is gone\)")
breach("never-closes", "unbalanced-blocks", "did not end a paragraph that it had begun")
breach("closes-too-often", "unbalanced-blocks", "ended a block that it had not begun")
breach("million-deep", "too-much", "put blocks into each other more than 64 deep")
breach("bad-utf8", "invalid-text", NO_TEXT)
breach("null-bytes", "invalid-text", NO_TEXT)
breach("null-text", "invalid-text", "wrote text of an impossible length")
breach("endless-text", "invalid-text", "wrote text of an impossible length")
breach("huge-string", "invalid-text", "wrote text of an impossible length", plain=True, in_process=False)
breach("forges-an-id", "forges-an-id/missing-font", "")
breach("forged-handles", "stale-value", "used a value that is not of this section")
breach("throws-int", "plugin-exception", "stopped at a fault of its own: it threw something that is no std::exception")
breach("foreign-exception", "plugin-exception", "stopped at a fault of its own: it threw something that is no std::exception")
for name in ("cancels-its-thread", "ends-its-thread"):
    breach(name, "plugin-exception", "stopped at a fault of its own: it threw something that is no std::exception",
           in_process=False, plain=True)
breach("races", "invalid-text", NO_TEXT, in_process=False)
case("works-after-return", "contract", "(misplaced-block|unbalanced-blocks|too-much|plugin-crash|plugin-garbled)", ".*", else_well=True)

# More than there is.
floods("many-findings")
floods("logs-for-ever")
floods("prints-for-ever")
floods("many-frames", seconds=30)
case("blocks-for-ever", "floods", "too-much", "wrote more than .* (blocks|bytes of text)", seconds=60, plain=True)
case("much-text", "floods", "too-much", "wrote more than .* bytes of text", seconds=60, plain=True)
case("huge-finding", "floods", "section-error", "")
case("memory-bomb", "memory", "plugin-crash", re.escape("crashed: " + SEGV), seconds=60, plain=True)
case("memory-bomb-new", "memory", "plugin-exception", "stopped at a fault of its own: std::bad_alloc", seconds=60, plain=True)
case("takes-addresses", "memory", told=("64 terabytes: .*", "4 gigabytes: .*"), plain=True)
for name in ("thread-bomb", "many-threads"):
    case(name, "memory", "plugin-limit", "started more than 64 threads, and was stopped", plain=True)
case("opens-without-end", "memory", told=("a hundred thousand descriptors: Too many open files",))

# Frames past the builder.
for name in ("giant-frame", "unknown-frame", "order-frame", "short-frame", "second-loading", "late-refusal", "writes-garbage",
             "forged-refusal", "garbles-for-ever", "garbles-and-prints"):
    garbles(name)
case("forged-crash", "frames", "plugin-exit", "ended its process with exit code 0 before this section was written")
case("forged-result", "frames", alters=True)
case("early-section", "frames", alters=True)
case("sends-descriptors", "frames")

# Beyond its process.
held("fork-bomb", "a process of its own: .*")
held("daemonises", "a process that belongs to nobody: .*")
held("runs-programs", "vfork: .*", "posix_spawn: .*", "system: .*", "popen: .*", "execve: .*")
held("kills-parent", "kill parent: .*", "kill all: .*", "pidfd of parent: .*")
held("kills-group", "kill group: .*", "killpg: .*", "setpgid: .*")
held("traces-parent", "attach: .*", "process_vm_readv: .*", "memory: .*")
held("reads-passwd", "/etc/passwd: Permission denied", "/root: .*", r"\.\./outside\.txt: Permission denied", "outside.link: Permission denied")
held("reads-environment", "HOME: .*")
held("writes-to-folder", "write: .*", "unlink: .*", "chmod: .*", "chown: .*", "utime: .*", "setxattr: .*")
held("watches-files", "lease: .*", "notify: .*", "flock: .*", "inotify: .*", "secret memory: .*")
held("fills-tmp", "/tmp/sheaf-hostile: .*", "tmpfile: .*", "shmget: .*", "mq_open: .*")
held("opens-sockets", "socket: .*", "socketpair: .*", "getaddrinfo: .*", "io_uring: .*")
held("wants-priority", "nice: .*", "round robin: .*", "affinity of parent: .*")
held("lifts-limits", "address space: .*", "size of files: .*", "processor time: .*", plain=True)
held("keeps-privileges", "privileges: .*", "privileges again: .*", "limits by the old call: .*")
held("loads-libraries", "a library from /tmp: .*", "planted.so (loaded|refused)")
held("asks-the-kernel", "mount: .*", "bpf: .*", "unshare users: .*")
held("signals-by-descriptor", "owner of a descriptor: .*", "signal of a descriptor: .*")
case("changes-settings", "reach")
case("harmless", "reach", in_process=True)
case("burns-00", "reach")
