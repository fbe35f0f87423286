#!/usr/bin/env python3
"""Each public member of the values and of Section stands in the reference for authors.

Usage: sdk_names_test.py SOURCE_FOLDER
"""
import re
import sys
from pathlib import Path

HEADERS = ("values.hpp", "section.hpp", "sum.hpp")
CLASS = re.compile(r"^(?:class|struct) (\w+)[^;{]*\{\n(.*?)^\};", re.M | re.S)
RESULT = r"(?:constexpr |inline |static |const )*[\w:<>&]+(?: &)? "
METHOD = re.compile(rf"^  {RESULT}(\w+)\(", re.M)
FUNCTION = re.compile(rf"^{RESULT}(\w+)\(", re.M)
MEMBERS = re.compile(r"^  (?:Text|Choice|T) (\w[\w, ]*)(?:\{\})?;", re.M)
INTERNAL = {"node", "say", "given", "node_of", "key", "kSchema"}


def public(body):
    return body.split(" private:")[0].split(" protected:")[0]


def names_of(text):
    found = {}
    for name, body in CLASS.findall(text):
        members = set(METHOD.findall(public(body)))
        for several in MEMBERS.findall(public(body)):
            members |= set(several.split(", "))
        found[name] = {member for member in members if member not in INTERNAL and member != name and member != "operator"}
    found[""] = {name for name in FUNCTION.findall(CLASS.sub("", text)) if name not in INTERNAL}
    return found


def stands_in(reference, name, member):
    """Of a value, in its row; of the section, behind `out`; a function by its name alone."""
    if name in ("", "Section"):
        return re.search(rf"`(?:out\.|sheaf::)?{member}\(", reference)
    rows = [line for line in reference.splitlines() if line.startswith("| ") and f"`sheaf::{name}`" in line]
    return any(re.search(rf"`\.{member}\b", row) for row in rows)


def main():
    source = Path(sys.argv[1])
    reference = (source / "docs/plugins/reference.md").read_text()
    names = [(name, member) for header in HEADERS
             for name, members in names_of((source / "sdk/include/sheaf" / header).read_text()).items()
             for member in sorted(members)]
    assert len(names) > 30, f"only {len(names)} names were found"
    missing = [f"{name}::{member}" for name, member in names if not stands_in(reference, name, member)]
    if missing:
        sys.exit("docs/plugins/reference.md does not name\n  " + "\n  ".join(missing))


main()
