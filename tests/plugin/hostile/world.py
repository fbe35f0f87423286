"""Where builds with hostile plugins run: a folder and an environment of their own, watched from outside."""
import ctypes
import json
import os
import re
import shutil
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path

SLACK = 6  # seconds for all but the plugin, on a busy machine
HEAD = "sheaf: 1\nlanguage: en-GB\ntitle: A report\nmeeting: { board: A board, date: 2020-11-25 }\n"
SECRET = "sesame-sesame"
PR_SET_CHILD_SUBREAPER = 36


def layout(plugin, folder, more="", head=""):
    """The bad section begins at the third line from the end of what comes before it: see PLACE."""
    return (f"{HEAD}{head}sections:\n  - {{ plugin: prose, with: {{ body: The first. }} }}\n"
            f"  - id: bad\n    plugin: {plugin}\n    owner: The Owner\n{more}    with: {{ text: {json.dumps(str(folder))} }}\n"
            "  - { plugin: prose, with: { body: The second. } }\n  - { plugin: prose, with: { body: The third. } }\n")


PLACE = (7, 5)


def alone(plugin, folder):
    return f"{HEAD}sections:\n  - id: bad\n    plugin: {plugin}\n    owner: The Owner\n    with: {{ text: {json.dumps(str(folder))} }}\n"


class Build:
    """One run of `sheaf build report.yaml` in a folder of its own."""

    def __init__(self, world, text, seconds=10, isolation="", plugins=None, home=None):
        self.home = Path(home or tempfile.mkdtemp(prefix="sheaf-hostile-")).resolve()
        self.world, self.seconds, self.isolation = world, seconds, isolation
        self.plugins = plugins or world.plugins
        self.folder = self.home / "report"
        self.folder.mkdir()
        (self.home / "tmp").mkdir()
        (self.home / "outside.txt").write_text("Nobody's business\n")
        (self.folder / "outside.link").symlink_to(self.home / "outside.txt")
        shutil.copy(world.plugins.parent / "planted.so", self.folder)
        (self.folder / "report.yaml").write_text(text(self.folder) if callable(text) else text)
        shutil.copytree(world.cache, self.home / "cache")
        self.before = tree(self.home)

    def environment(self):
        kept = {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
        return kept | {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "TMPDIR": str(self.home / "tmp"), "LANG": "C.UTF-8",
                       "XDG_CACHE_HOME": str(self.home / "cache"), "SHEAF_PLUGIN_PATH": str(self.plugins), "SHEAF_SECRET": SECRET,
                       "XDG_STATE_HOME": "/dev/null",  # no quarantine: a crash is to happen each time
                       "SHEAF_PLUGIN_SECONDS": str(self.seconds), "SHEAF_ISOLATION": self.isolation}

    def run(self, *options, within=None):
        began = time.monotonic()
        child = subprocess.Popen([self.world.program, "build", "report.yaml", "--format", "json", "--verbose", *options],
                                 cwd=self.folder, env=self.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, preexec_fn=within)
        said = {}
        readers = [threading.Thread(target=lambda n=n, f=f: said.__setitem__(n, f.read().decode(errors="replace")))
                   for n, f in (("out", child.stdout), ("err", child.stderr))]
        for reader in readers:
            reader.start()
        self.megabytes = 0
        while child.poll() is None:
            self.megabytes = max(self.megabytes, peak_memory(child.pid))
            if time.monotonic() - began > self.world.patience(self.seconds) * 2:
                child.kill()
            time.sleep(0.02)
        self.wall = time.monotonic() - began
        self.left = processes_left()
        for reader in readers:
            reader.join()
        self.code, self.out, self.err = child.returncode, said["out"], said["err"]
        self.pdfs = sorted(self.folder.glob("*.pdf"))
        try:
            self.result = json.loads(self.out[self.out.index("{"):]) if self.isolation else json.loads(self.out)
        except ValueError:
            self.result = {"diagnostics": []}
        return self

    def errors(self):
        return [one for one in self.result["diagnostics"] if one["severity"] == "error"]

    def remove(self):
        shutil.rmtree(self.home, ignore_errors=True)


class World:
    def __init__(self, program, plugins, sanitized, pdfs):
        self.program, self.plugins, self.sanitized = str(Path(program).resolve()), Path(plugins).resolve(), sanitized
        self.pdfs = pdfs
        self.cache = tempfile.mkdtemp(prefix="sheaf-hostile-")  # with the index of fonts and the manifests, from doctor
        self.caged = self.is_caged()
        self.good = None

    def is_caged(self):
        said = subprocess.run([self.program, "doctor", "--format", "json"], capture_output=True, text=True,
                              env=os.environ | {"XDG_CACHE_HOME": self.cache, "SHEAF_PLUGIN_PATH": str(self.plugins),
                                                "SHEAF_ISOLATION": ""}).stdout
        says = {one["check"]: one["says"] for one in json.loads(said)["checks"]}["isolation"]
        return bool(re.search(r"Landlock \d+ keeps", says) and re.search(r"; seccomp", says))

    def patience(self, seconds):
        return (seconds + SLACK) * (4 if self.sanitized else 1)

    def harmless(self):
        """The report as it must look whatever a plugin tried."""
        build = Build(self, lambda folder: layout("harmless", folder)).run()
        assert build.code == 0, build.err
        self.good = build.pdfs[0].read_bytes()
        build.remove()


def peak_memory(process):
    try:
        found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{process}/status").read_text())
        return int(found[1]) / 1024 if found else 0
    except OSError:
        return 0


def adopt_orphans():
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def processes_left():
    """The commands of processes that came to this one because their parents have ended."""
    left = []
    own = os.getpid()
    for task in os.listdir(f"/proc/{own}/task"):
        children = Path(f"/proc/{own}/task/{task}/children")  # gone, when the thread has ended
        for child in children.read_text().split() if children.exists() else []:
            left.append(Path(f"/proc/{child}/comm").read_text().strip())
            os.kill(int(child), 9)
            os.waitpid(int(child), 0)
    return left


def tree(folder):
    """All that can be known of what lies in a folder, but for folders' own times."""
    known = {}
    for path in folder.rglob("*"):
        stat = path.lstat()
        folders = path.is_dir() and not path.is_symlink()
        known[str(path.relative_to(folder))] = (stat.st_mode, stat.st_uid) if folders else (
            stat.st_mode, stat.st_uid, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
    return known


class Without:
    """For a process and those that it starts: system calls `first` to `last` end with an error, by a filter (seccomp(2))."""
    LANDLOCK, RESTRICT = (444, 446), (446, 446)

    def __init__(self, calls, error):
        steps = [(0x20, 0, 0, 0), (0x35, 0, 2, calls[0]), (0x25, 1, 0, calls[1]), (0x06, 0, 0, 0x50000 | error), (0x06, 0, 0, 0x7FFF0000)]
        self.steps = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
        self.filter = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(self.steps)))
        self.prctl = ctypes.CDLL(None, use_errno=True).prctl

    def __call__(self):
        long = ctypes.c_ulong
        if self.prctl(38, long(1), long(0), long(0), long(0)) or self.prctl(22, long(2), self.filter):
            os._exit(99)
