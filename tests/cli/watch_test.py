#!/usr/bin/env python3
"""`sheaf build --watch` as people use it: a report is edited, broken, mended, and its plugin replaced.

Usage: watch_test.py PROGRAM SOURCE_FOLDER
"""
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

PATIENCE = 60  # seconds, on a busy machine with sanitizers


class Watch:
    """The program at work, and the lines it prints."""

    def __init__(self, command, home):
        env = {"PATH": "/usr/bin:/bin", "HOME": home, "LANG": "C.UTF-8"}
        env |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until_built(self):
        """All lines up to the one that says that it waits for changes again."""
        seen, end = [], time.monotonic() + PATIENCE
        while not (seen and seen[-1].startswith("Built in")):
            try:
                seen.append(self.lines.get(timeout=max(0.0, end - time.monotonic())))
            except queue.Empty:
                raise AssertionError("nothing was built; printed: " + "\n".join(seen)) from None
        return "\n".join(seen)


def edit(path, old, new):
    """As editors save: a new file, renamed over the old one."""
    text = path.read_text()
    assert old in text, f"{old} in {path}"
    path.with_suffix(".new").write_text(text.replace(old, new))
    path.with_suffix(".new").replace(path)


def holds(text, *wanted):
    for words in wanted:
        assert words in text, f"{words!r} is not in:\n{text}"


def follow(program, source, home):
    report = Path(home) / "people/2020-11/report.yaml"
    plugins = Path(home) / "plugins"
    shutil.copytree(source / "examples/nottingham", home, dirs_exist_ok=True)
    shutil.copytree(Path(program).parent.parent / "lib/sheaf/plugins", plugins)
    watch = Watch([program, "build", "--watch", "--plugin-path", plugins, report], home)
    try:
        holds(watch.until_built(), "Statutory-Officers-Report.pdf")
        (pdf,) = report.parent.glob("*.pdf")
        first = pdf.read_bytes()

        edit(report, "For the ((", "New, for the ((")
        holds(watch.until_built(), "Changed: report.yaml\n")
        second = pdf.read_bytes()
        assert second != first, "the PDF is as it was"

        edit(report, "sections:", "sectoins:")
        holds(watch.until_built(), "Changed: report.yaml", "sectoins", "sections")
        assert pdf.read_bytes() == second, "an error must leave the PDF alone"
        edit(report, "sectoins:", "sections:")
        holds(watch.until_built(), "Changed: report.yaml")

        edit(report, "improvement-actions.csv", "improvement-action.csv")
        holds(watch.until_built(), "Changed: report.yaml", "improvement-actions.csv")
        edit(report, "improvement-action.csv", "improvement-actions.csv")
        holds(watch.until_built(), "Changed: report.yaml")
        time.sleep(1.5)
        assert watch.lines.empty(), "its own PDF must not be news: " + watch.lines.get()

        library = plugins / "prose.so"
        shutil.copy(library, plugins / "prose.new")
        (plugins / "prose.new").replace(library)
        holds(watch.until_built(), "prose.so")
        assert pdf.read_bytes() == second
    finally:
        watch.process.kill()
        watch.process.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        follow(sys.argv[1], Path(sys.argv[2]), home)
