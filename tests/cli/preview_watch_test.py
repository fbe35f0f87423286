#!/usr/bin/env python3
"""`sheaf plugin preview --watch`: parameters are edited, broken and mended, and the plugin is replaced.

Usage: preview_watch_test.py PROGRAM
"""
import shutil
import sys
import tempfile
import time
from pathlib import Path

from watch_test import Watch, edit


def link_slowly(library, manifest):
    """As a linker does it on a busy machine, and objcopy after it; an older manifest stands there meanwhile."""
    whole, said = library.read_bytes(), manifest.read_text()
    manifest.write_text(said.replace('"title":"', '"title":"Earlier '))
    with open(library, "wb") as file:
        for at in range(0, len(whole), len(whole) // 4 + 1):
            file.write(whole[at:at + len(whole) // 4 + 1])
            file.flush()
            time.sleep(0.1)
    time.sleep(0.3)
    manifest.write_text(said)


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

        (plugins / "safety-footer-test").write_text("what else a build of the plugin makes")
        time.sleep(0.5)
        edit(parameters, "advise:", "advice:")
        printed = watch.until_built("Changed: ", "params.yaml\n", "safety-footer.pdf (1 page")
        assert "safety-footer-test" not in printed, f"built again for what is no plugin:\n{printed}"

        library = plugins / "safety-footer.so"
        shutil.copy(library, plugins / "new")
        (plugins / "new").replace(library)
        watch.until_built("safety-footer.so", "safety-footer.pdf (1 page")
        assert pdf.read_bytes() == first

        link_slowly(library, plugins / "safety-footer.plugin.json")
        printed = watch.until_built("safety-footer.pdf (1 page")
        assert "error" not in printed, f"a library was built from that was not whole:\n{printed}"
    finally:
        watch.process.kill()
        watch.process.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        follow(sys.argv[1], home)
