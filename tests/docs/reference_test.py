#!/usr/bin/env python3
"""Usage: reference_test.py PROGRAM FOLDER: the reference in FOLDER is what `sheaf docs reference` writes.

SHEAF_UPDATE_GOLDEN=1 writes it anew.
"""
import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def pages(folder):
    return {path.name: path.read_text() for path in sorted(Path(folder).glob("*.md"))}


def main():
    program, folder = sys.argv[1:]
    renew = os.environ.get("SHEAF_UPDATE_GOLDEN") == "1"
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([program, "docs", "reference", "--output", scratch], check=True, stdout=subprocess.DEVNULL)
        made, kept = pages(scratch), pages(folder)
    for name in sorted(made.keys() | kept.keys()):
        before, now = kept.get(name, ""), made.get(name, "")
        sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), now.splitlines(True), f"{name}: kept", "made"))
        if renew and name in made:
            (Path(folder) / name).write_text(now)
        elif renew:
            (Path(folder) / name).unlink()
    return 0 if made == kept else 1


if __name__ == "__main__":
    sys.exit(main())
