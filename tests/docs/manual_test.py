#!/usr/bin/env python3
"""Usage: manual_test.py PROGRAM: mandoc finds nothing to complain of in the manual pages, and none is missing."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "docs", "man", "--output", folder], check=True, stdout=subprocess.DEVNULL)
        pages = sorted(Path(folder).iterdir())
        listed = re.findall(r"^  (\S+)", subprocess.run([program, "--help"], capture_output=True, text=True).stdout
                            .split("Commands:")[1].split("Options:")[0], re.M)
        wanted = {"sheaf.1"} | {f"sheaf-{name}.1" for name in listed}
        missing = wanted ^ {page.name for page in pages}
        lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *map(str, pages)], capture_output=True, text=True)
        complaints = [line for line in lint.stdout.splitlines() if "referenced manual not found" not in line]
        text = subprocess.run(["mandoc", "-T", "utf8", f"{folder}/sheaf-build.1"], capture_output=True, text=True).stdout
        plain = re.sub(".\b", "", text)
    for line in [f"missing or too many: {missing}"] * bool(missing) + complaints:
        print(line)
    for heading in ("NAME", "SYNOPSIS", "OPTIONS", "EXAMPLES", "EXIT STATUS"):
        if heading not in plain:
            print(f"sheaf-build.1 has no {heading}")
            return 1
    return 1 if missing or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
