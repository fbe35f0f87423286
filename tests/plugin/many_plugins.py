#!/usr/bin/env python3
"""Makes a folder with many plugins, for measuring how they are found, and measures `sheaf plugins`.

Usage: many_plugins.py PROGRAM MANIFESTS_FOLDER NEW_FOLDER [COUNT]

The manifests are those of MANIFESTS_FOLDER in turn, under ids of their own; the libraries are empty, as none is loaded.
Prints the time of the first run with these plugins, which knows none of them yet, then the shortest and the middle time
of 40 more with them and of 40 with none of them.
"""
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path


def make(manifests, folder, count):
    folder.mkdir(parents=True)
    patterns = [json.loads(path.read_text()) for path in sorted(manifests.glob("*.plugin.json"))]
    for number in range(count):
        name = f"plugin-{number:03}"
        manifest = patterns[number % len(patterns)] | {"id": name}
        (folder / f"{name}.plugin.json").write_text(json.dumps(manifest, separators=(",", ":"), ensure_ascii=False))
        (folder / f"{name}.so").touch()
    return sum(path.stat().st_size for path in folder.glob("*.json"))


def milliseconds(cache, program, *arguments):
    begin = time.perf_counter()
    subprocess.run([program, "plugins", *arguments], stdout=subprocess.DEVNULL, check=True,
                   env=os.environ | {"SHEAF_PLUGIN_PATH": "", "XDG_CACHE_HOME": str(cache)})
    return (time.perf_counter() - begin) * 1000


def middle(*run):
    times = [milliseconds(*run) for _ in range(40)]
    return f"{min(times):.1f} ms best, {statistics.median(times):.1f} ms in the middle"


if __name__ == "__main__":
    program, manifests, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    size = make(manifests, folder, count)
    print(f"{count} manifests, {size // 1024} KiB")
    cache = folder / "cache"
    print("first:       ", f"{milliseconds(cache, program, '--plugin-path', str(folder)):.1f} ms")
    print("with them:   ", middle(cache, program, "--plugin-path", str(folder)))
    print("without them:", middle(cache, program))
