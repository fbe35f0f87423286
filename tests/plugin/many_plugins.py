#!/usr/bin/env python3
"""Makes a folder with many plugins, for measuring how they are found, and measures `sheaf plugins`.

Usage: many_plugins.py PROGRAM MANIFESTS_FOLDER NEW_FOLDER [COUNT]

The manifests are those of MANIFESTS_FOLDER in turn, under ids of their own; the libraries are empty, as none is loaded.
Prints the shortest and the middle time of 40 runs with these plugins and with none of them.
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


def milliseconds(program, *arguments):
    times = []
    for _ in range(40):
        begin = time.perf_counter()
        subprocess.run([program, "plugins", *arguments], stdout=subprocess.DEVNULL, check=True,
                       env=os.environ | {"SHEAF_PLUGIN_PATH": ""})
        times.append((time.perf_counter() - begin) * 1000)
    return f"{min(times):.1f} ms best, {statistics.median(times):.1f} ms in the middle"


if __name__ == "__main__":
    program, manifests, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    size = make(manifests, folder, count)
    print(f"{count} manifests, {size // 1024} KiB")
    print("with them:   ", milliseconds(program, "--plugin-path", str(folder)))
    print("without them:", milliseconds(program))
