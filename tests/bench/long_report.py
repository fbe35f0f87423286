#!/usr/bin/env python3
"""Writes a long report: the sections of an example many times over, every text that can carry a number with that of
its copy in it, so that no paragraph is set twice.

Usage: long_report.py EXAMPLE_LAYOUT COPIES FOLDER
FOLDER/people/long/report.yaml is the layout. Each copy has its own files beside it, its own data and its own parts. What
stays the same is what the plugins say themselves, and choices, dates, numbers, addresses and who signs.
"""
import csv
import io
import re
import shutil
import sys
from pathlib import Path

# Keys whose values are no text of the report.
NAMES = ("plugin use id from file data report_of by classification background_papers kind follows wider on_site off_site "
         "meeting.public frequency chair_is_new senior_partners state secured duties_met easements to web").split()
LINE = re.compile(r"(\s*(?:- )?)(?:([\w.-]+): *)?(.*)")


def numbered(text, copy):
    """The same text with the number of the copy after its first word; a hashtag stays one word."""
    return re.sub(r"^([^\W\d][^\s,]*)", rf"\1 {copy}", text)


def numbered_value(key, value, copy):
    if key in NAMES or value.startswith((">", "|")):
        return value
    if value.startswith("[") and value.endswith("]"):
        ones = value[1:-1].split(", ")
        return "[" + ", ".join(f"{one}{copy}" if key == "hashtags" else numbered(one, copy) for one in ones) + "]"
    if value.startswith("{") and value.endswith("}"):
        return "{ " + ", ".join(numbered_line(one, copy) for one in value[1:-1].strip().split(", ")) + " }"
    return numbered(value, copy)


def numbered_line(line, copy):
    start, key, value = LINE.fullmatch(line).groups()
    return start + (f"{key}: ".rstrip(" " if not value else "") if key else "") + numbered_value(key, value, copy)


def numbered_yaml(text, copy, files):
    """The text of every line; and the names of what each copy has for itself."""
    text = "\n".join(line if line.startswith("#") else numbered_line(line, copy) for line in text.split("\n"))
    text = re.sub(r"\b(id|use|data): (\S+)", rf"\1: \2-{copy}", text)
    for name in files:
        text = text.replace(name, f"{copy}-{name}")
    return text


def numbered_csv(text, copy):
    """The words of a file; its head and what is a choice stay."""
    head, *rows = csv.reader(io.StringIO(text))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(
        [head] + [[cell if name == "status" else numbered(cell, copy) for name, cell in zip(head, row)]
                  for row in rows])
    return out.getvalue()


def numbered_file(path, copy, files):
    text = path.read_text()
    if path.suffix == ".yaml":
        return numbered_yaml(text, copy, files)
    if path.suffix == ".csv":
        return numbered_csv(text, copy)
    return "\n".join(numbered(line, copy) for line in text.split("\n"))


def block_of(name, layout):
    """The lines below a key at the left margin, and the layout without the block."""
    found = re.search(rf"^{name}:\n((?:[ #].*\n|\n)*)", layout, flags=re.M)
    return (found[1], layout[:found.start()] + layout[found.end():]) if found else ("", layout)


def parts_of(parts, copy, files):
    """The parts under the names of the copy."""
    return re.sub(r"^  ([\w-]+):", rf"  \1-{copy}:", numbered_yaml(parts, copy, files), flags=re.M)


def main(layout, copies, target):
    layout = Path(layout)
    folder = Path(target) / "people" / "long"
    shutil.rmtree(target, ignore_errors=True)
    folder.mkdir(parents=True)
    (Path(target) / "sheaf.yaml").touch()
    parts, based_on = block_of("parts", (layout.parent.parent / "monthly.yaml").read_text())
    (folder.parent / "monthly.yaml").write_text(based_on)
    sections, head = block_of("sections", layout.read_text() + "\n")
    data, head = block_of("data", head)
    kinds = (".md", ".yaml", ".csv")
    sources = [path for path in sorted(layout.parent.iterdir()) if path.suffix in kinds and path != layout]
    files = [path.name for path in sources]
    all_data, all_parts, all_sections = [], [], []
    for copy in range(1, int(copies) + 1):
        for path in sources:
            (folder / f"{copy}-{path.name}").write_text(numbered_file(path, copy, files))
        all_data.append(re.sub(r"^  (\w+): (.*)", rf"  \1-{copy}: {copy}-\2", data, flags=re.M))
        all_parts.append(parts_of(parts, copy, files))
        all_sections.append(numbered_yaml(sections, copy, files))
    (folder / "report.yaml").write_text(head + "\ndata:\n" + "".join(all_data) + "\nparts:\n" + "".join(all_parts) +
                                        "\nsections:\n" + "".join(all_sections))
    print(folder / "report.yaml")


if __name__ == "__main__":
    main(*sys.argv[1:4])
