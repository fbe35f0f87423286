#!/usr/bin/env python3
"""`sheaf plugin check` as people run it, with the allocator of its build: it finds what only a look at memory shows, and
nothing where there is nothing. Usage: released_test.py SHEAF FOLDER_OF_DEFECTS"""
import json
import subprocess
import sys
from pathlib import Path


def checked(sheaf, library):
    """Exit code, and by the name of each check its outcome."""
    done = subprocess.run([sheaf, "plugin", "check", str(library), "--format", "json"], stdout=subprocess.PIPE, text=True)
    return done.returncode, {one["check"]: one for one in json.loads(done.stdout)["checks"]}


def main():
    sheaf, folder = sys.argv[1], Path(sys.argv[2])
    code, checks = checked(sheaf, folder / "keeps-memory.so")
    assert code == 1 and checks["memory"]["outcome"] == "failed", checks["memory"]
    assert "1008 bytes" in checks["memory"]["says"], checks["memory"]
    code, checks = checked(sheaf, folder / "sound.so")
    assert code == 0, checks
    assert {one["outcome"] for one in checks.values()} == {"passed"}, checks
    assert "build" in checks, "sheaf-host was not found"


if __name__ == "__main__":
    main()
