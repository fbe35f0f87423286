#!/usr/bin/env python3
"""The address sanitizer of clang leaves a plugin's manifest as it is. Usage: sanitized_manifest_test.py CLANG OBJCOPY
INCLUDES SOURCE…     Each source is compiled with and without the sanitizer, and its sections are compared."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def manifest(clang, objcopy, source, *options):
    with tempfile.TemporaryDirectory() as folder:
        compiled, taken = Path(folder, "section.o"), Path(folder, "manifest")
        subprocess.run([clang, *options, "-c", source, "-o", compiled], check=True)
        subprocess.run([objcopy, "-O", "binary", "--only-section=.sheaf.manifest", compiled, taken], check=True)
        return taken.read_bytes()


def main():
    clang, objcopy, includes, *sources = sys.argv[1:]
    for source in sources:
        options = ["-fPIC", f"-I{includes}"]
        if source.endswith("pp"):
            options += ["-std=c++20", "-fconstexpr-steps=33554432"]
        plain = manifest(clang, objcopy, source, *options)
        watched = manifest(clang, objcopy, source, *options, "-fsanitize=address")
        assert json.loads(plain)["id"], source
        assert watched == plain, f"{source}: {len(watched)} bytes with the sanitizer, {len(plain)} without"


if __name__ == "__main__":
    main()
