#!/usr/bin/env python3
"""Usage: preview_test.py PROGRAM PLUGINS PDFS: every plugin in the folder PLUGINS makes a preview of its own examples, with nothing to complain of.

The examples of one plugin have to go together, also those of parameters that may be left out. The PDFs stay in PDFS.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def complaints(printed):
    """Where there is no dictionary, that is said as well."""
    return [line for line in printed.splitlines() if line.startswith(("warning[", "advice[")) and "spelling-not-checked" not in line]


def main():
    program, plugins, pdfs = (Path(given).resolve() for given in sys.argv[1:])
    ids = sorted(path.name.removesuffix(".plugin.json") for path in plugins.glob("*.plugin.json"))
    assert len(ids) >= 8, f"{plugins} holds {ids}"
    failed = []
    with tempfile.TemporaryDirectory() as scratch:
        for name in ids:
            done = subprocess.run([program, "plugin", "preview", name, "--output", pdfs / f"preview-of-{name}.pdf"], cwd=scratch,
                                  env=dict(os.environ, XDG_CACHE_HOME=scratch, LANG="C.UTF-8"), capture_output=True, text=True)
            if done.returncode != 0 or complaints(done.stderr):
                failed.append(name)
                print(f"{name}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    print(f"{len(ids) - len(failed)} previews, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
