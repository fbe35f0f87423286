#!/usr/bin/env python3
"""docs/plugins/abi.md against abi.h: every function of the boundary has its row, in the header's order, and what the
header marks [any thread] the page does, too. Usage: abi_docs_test.py HEADER PAGE"""
import re
import sys
from pathlib import Path

STRUCT = re.compile(r"typedef struct (sheaf_\w+) \{(.*?)\n\} \1;", re.S)
MEMBER = re.compile(r"\(SHEAF_CALL\*\s*(\w+)\)")
ROW = re.compile(r"^\| `(sheaf_\w+(?:\.\w+)?)` \| ([^|]*) \|", re.M)


def functions(header):
    """Name to whether it may be called from any thread. The comment that marks it stands directly before it."""
    found = {}
    for struct, body in STRUCT.findall(header):
        begin = 0
        for member in MEMBER.finditer(body):
            found[f"{struct}.{member[1]}"] = "[any thread]" in body[begin:member.start()]
            begin = member.end()
    for entry in re.findall(r"SHEAF_CALL (sheaf_\w+)\(", header):
        found[entry] = False
    return found


def main():
    header, page = (Path(path).read_text() for path in sys.argv[1:])
    wanted = functions(header)
    rows = {name: thread.strip() == "any thread" for name, thread in ROW.findall(page)}
    assert len(wanted) > 20, f"too few functions found in the header: {sorted(wanted)}"
    assert sorted(rows) == sorted(wanted), f"only here or there: {sorted(set(rows) ^ set(wanted))}"
    wrong = [name for name in wanted if rows[name] != wanted[name]]
    assert not wrong, f"another thread than the header says: {wrong}"
    for struct in ("sheaf_plugin", "sheaf_values", "sheaf_builder", "sheaf_host"):
        in_page = [name for name in rows if name.startswith(struct + ".")]
        assert in_page == [name for name in wanted if name.startswith(struct + ".")], f"{struct}: another order"


if __name__ == "__main__":
    main()
