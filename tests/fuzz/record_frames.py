#!/usr/bin/env python3
"""Records what the processes of plugins send, as seeds for the fuzz target `frames`.

Usage: record_frames.py PROGRAM BUILD   PROGRAM: sheaf; BUILD: the build folder, whose test plugins are run

Needs strace. To be run again when frames change (core/plugin/host/frames.hpp); the seeds stand in corpus/frames.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HEAD = "sheaf: 1\nlanguage: en-GB\ntitle: A report\nmeeting: { board: A board, date: 2020-11-25 }\nsections:\n"
LARGEST = 1024  # bytes; of longer ones, the beginning

# The seed's name, the section, and the first byte: how the process ends (frames_fuzz.cpp).
SEEDS = {
    "words": ("plugin: prose, with: { body: Some *words* }", 0),
    "blocks": ("plugin: plain-c, with: { text: some words }", 0),
    "calls": ("plugin: unruly, with: { text: ask }", 0),
    "log": ("plugin: unruly, with: { text: log }", 0),
    "crash": ("plugin: unruly, with: { text: crash }", 11),
    "findings": ("plugin: unruly, with: { text: nag }", 9),
    "exception": ("plugin: throws, with: { text: some words }", 0),
    "bad-text": ("plugin: impossible-text, with: { text: some words }", 0),
    "unbalanced": ("plugin: too-many-closes, with: { text: some words }", 0),
    "refused": ("plugin: null-entry, with: { text: some words }", 128),
}
SENT = re.compile(r'sendto\(3, "((?:\\x[0-9a-f]{2})+)"')  # 3: the socket of a plugin's process


def sent_by(program, build, section, folder):
    (folder / "report.yaml").write_text(HEAD + f"  - {{ {section} }}\n")
    trace = folder / "trace"
    found = os.pathsep.join(map(str, sorted((build / "tests/plugin/libraries").glob("**/"))))
    subprocess.run(["strace", "-f", "-qq", "-e", "trace=sendto", "-xx", "-s", "100000", "-o", trace, program, "build",
                    "report.yaml"], cwd=folder, env=os.environ | {"SHEAF_PLUGIN_PATH": found}, capture_output=True)
    return b"".join(bytes.fromhex(text.replace("\\x", "")) for text in SENT.findall(trace.read_text()))


def main():
    program, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    corpus = Path(__file__).parent / "corpus/frames"
    corpus.mkdir(exist_ok=True)
    for name, (section, ending) in SEEDS.items():
        with tempfile.TemporaryDirectory() as folder:
            sent = sent_by(program, build, section, Path(folder))
        assert sent, name
        (corpus / name).write_bytes(bytes([ending]) + sent[:LARGEST])
        print(f"{name}: {len(sent)} bytes")


if __name__ == "__main__":
    main()
