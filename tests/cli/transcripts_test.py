#!/usr/bin/env python3
"""Runs the program as people do and compares what it prints.

Usage: transcripts_test.py PROGRAM CASES_FOLDER [CASE…]

A case is a folder with a file `transcript`: lines that begin with "$ " are commands, what follows each is what it
printed (standard error first) and, when it is not 0, its exit code. The commands run in a copy of the folder.
SHEAF_UPDATE_GOLDEN=1 rewrites the transcripts.
"""
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def environment(program, home):
    keep = {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    return keep | {"PATH": f"{program.parent}:/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8",
                   "XDG_CACHE_HOME": os.environ.get("SHEAF_TEST_CACHE", str(home)), "SHEAF_TEST_BIN": str(program.parent)}


def run(command, folder, env):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, timeout=120)
    text = done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
    text = text.replace(str(folder), "FOLDER")
    if text and not text.endswith("\n"):
        text += "\n"
    return f"$ {command}\n{text}" + (f"[exit code {done.returncode}]\n" if done.returncode else "")


def keep_pdfs(folder, case):
    """Leaves what was written where the judges of tests/pdf find it."""
    shelf = os.environ.get("SHEAF_PDF_FOLDER")
    for pdf in folder.rglob("*.pdf") if shelf else []:
        shutil.copy(pdf, Path(shelf) / f"cli-{case.name}-{pdf.name}")


def replay(program, case):
    commands = [line[2:] for line in (case / "transcript").read_text().splitlines() if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home).resolve() / case.name
        shutil.copytree(case, folder, symlinks=True)
        env = environment(program, home)
        printed = "\n".join(run(command, folder, env) for command in commands)
        keep_pdfs(folder, case)
        return printed


def check(program, case):
    expected = (case / "transcript").read_text()
    actual = replay(program, case)
    if actual == expected:
        return True
    if os.environ.get("SHEAF_UPDATE_GOLDEN"):
        (case / "transcript").write_text(actual)
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True),
                                               f"{case.name}: expected", "printed"))
    return False


def main():
    program, folder, *names = sys.argv[1:]
    cases = [Path(folder) / name for name in names] or sorted(p.parent for p in Path(folder).glob("*/transcript"))
    failed = [case.name for case in cases if not check(Path(program).resolve(), case)]
    print(f"{len(cases) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
