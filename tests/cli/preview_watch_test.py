#!/usr/bin/env python3
"""`sheaf plugin preview --watch`: parameters are edited, broken and mended, and the plugin is replaced.

Usage: preview_watch_test.py PROGRAM
"""
import shutil
import sys
import tempfile
from pathlib import Path

from watch_test import Watch, edit


def follow(program, home):
    plugins, parameters = Path(home) / "plugins", Path(home) / "params.yaml"
    plugins.mkdir()
    built = Path(program).parent.parent / "lib/sheaf/plugins"
    for name in ("safety-footer.so", "safety-footer.plugin.json"):
        shutil.copy(built / name, plugins / name)
    parameters.write_text("advice:\n  - hands: Wash your hands\n")
    watch = Watch([program, "plugin", "preview", plugins / "safety-footer.so", "--with", parameters, "--watch"], home)
    try:
        pdf = Path(home) / "safety-footer.pdf"
        watch.until_built("safety-footer.pdf (1 page")
        first = pdf.read_bytes()

        edit(parameters, "advice:", "advise:")
        watch.until_built("Changed: ", "params.yaml\n", "params.yaml:1:1", "Did you mean `advice`?")
        assert pdf.read_bytes() == first, "an error must leave the PDF alone"

        edit(parameters, "advise:", "advice:")
        watch.until_built("Changed: ", "params.yaml\n", "safety-footer.pdf (1 page")

        library = plugins / "safety-footer.so"
        shutil.copy(library, plugins / "new")
        (plugins / "new").replace(library)
        watch.until_built("safety-footer.so", "safety-footer.pdf (1 page")
        assert pdf.read_bytes() == first
    finally:
        watch.process.kill()
        watch.process.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        follow(sys.argv[1], home)
