#!/usr/bin/env python3
"""Writes a long report: the sections of an example many times over, every paragraph different.

Usage: long_report.py EXAMPLE_LAYOUT COPIES FOLDER
FOLDER/people/long/report.yaml is the layout; the files beside the example are copied, numbered where they hold text.
"""
import re
import shutil
import sys
from pathlib import Path


def numbered(text, copy):
    """The same text in other words: each "the" and "and" gets the number of the copy."""
    return re.sub(r"\b(the|and|our)\b (?=[a-z])", rf"\1 {copy} ", text)


def files_of(folder, copy):
    """The text files beside the layout, numbered; data files stay as they are."""
    return {path.name: numbered(path.read_text(), copy) for path in folder.iterdir()
            if path.suffix in (".md", ".yaml") and path.name != "report.yaml"}


def sections_of(layout):
    head, _, tail = layout.partition("\nsections:\n")
    return head, tail


def copy_of(sections, names, copy):
    """One copy: its own ids, titles, words and files."""
    text = numbered(sections, copy)
    text = re.sub(r"^(\s+- )?(\s*)id: (\S+)", rf"\1\2id: \3-{copy}", text, flags=re.M)
    text = re.sub(r"^(\s+)title: (.*)", rf"\1title: \2 {copy}", text, flags=re.M)
    for name in names:
        text = text.replace(name, f"{copy}-{name}")
    return text


def main(layout, copies, target):
    layout = Path(layout)
    folder = Path(target) / "people" / "long"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(layout.parent, folder)
    shutil.copy(layout.parent.parent / "monthly.yaml", folder.parent)
    (Path(target) / "sheaf.yaml").touch()
    head, sections = sections_of(layout.read_text())
    body = []
    for copy in range(1, int(copies) + 1):
        texts = files_of(layout.parent, copy)
        for name, text in texts.items():
            (folder / f"{copy}-{name}").write_text(text)
        body.append(copy_of(sections, texts, copy))
    (folder / "report.yaml").write_text(head + "\nsections:\n" + "\n".join(body))
    print(folder / "report.yaml")


if __name__ == "__main__":
    main(*sys.argv[1:4])
