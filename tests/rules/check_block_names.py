#!/usr/bin/env python3
"""Checks that kinds and attributes of blocks are named as sdk/include/sheaf/block_kinds.inc describes them.

Usage: check_block_names.py SOURCE_FOLDER
The SDK's headers use the names that are made of the description, never a literal; the engine asks a block only for
attributes that are described. Prints one line per broken rule and exits with 1, or says how many names it knows.
"""
import re
import sys
from pathlib import Path

DESCRIPTION = "sdk/include/sheaf/block_kinds.inc"
KIND = re.compile(r'^SHEAF_KIND\(\w+, "([^"]+)"', re.MULTILINE)
ATTRIBUTE = re.compile(r'^SHEAF_ATTRIBUTE\(\w+, "([^"]+)"', re.MULTILINE)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')

# What stands before the name of an attribute: the first of a pair, an argument behind a kind or a verb, a comparison.
BEFORE_ATTRIBUTE = re.compile(r"(\{\s*|block_kind::\w+,\s*|Verb::Attribute,\s*|AttributeName\s*[({]\s*|==\s*)$")
ASKED = re.compile(r'\battribute\(\s*"([^"]*)"\s*\)')


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def literals(text, kinds, attributes):
    """Names of kinds, and of attributes where one is given, as literals."""
    text = without_comments(text)
    for match in LITERAL.finditer(text):
        name = match[1]
        if name in kinds or (name in attributes and BEFORE_ATTRIBUTE.search(text[:match.start()])):
            yield name


def main(root):
    described = (root / DESCRIPTION).read_text(encoding="utf-8")
    kinds, attributes = set(KIND.findall(described)), set(ATTRIBUTE.findall(described))
    broken = []
    for file in sorted((root / "sdk/include").rglob("*.hpp")):
        broken += [f'{file.relative_to(root)}: names "{name}" by a literal: take it from block_kind or block_attribute'
                   for name in literals(file.read_text(encoding="utf-8"), kinds, attributes)]
    for file in sorted((root / "core").rglob("*.cpp")):
        broken += [f'{file.relative_to(root)}: asks for the attribute "{name}", which {DESCRIPTION} does not describe'
                   for name in ASKED.findall(file.read_text(encoding="utf-8")) if name not in attributes]
    print("\n".join(broken) if broken else f"{len(kinds)} kinds and {len(attributes)} names of attributes")
    return 1 if broken or not kinds or not attributes else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
