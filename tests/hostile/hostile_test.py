#!/usr/bin/env python3
"""Builds reports that mean harm, or went wrong as only machines can.

Usage: hostile_test.py PROGRAM [CASE…] [--list] [--sanitized]

Each case must end within 2 seconds of processor time and 200 MB of memory (with --sanitized: 10 seconds, any memory)
with its exit code, its finding at its line, and nothing written or left behind. Prints what each case took.
"""
import os
import re
import resource
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

SECONDS, MEGABYTES = 2.0, 200
GIGABYTE = 1 << 30
HEAD = "sheaf: 1\nlanguage: en-GB\ntitle: A report\nmeeting: { board: A board, date: 2020-11-25 }\n"
PROSE = "sections:\n  - plugin: prose\n    with: { body: Some words }\n"  # lines 5 to 7 below HEAD
CASES = {}


class Case:
    """What a case is made of: `finding` is "id" or "id at place", the place as messages print it."""

    def __init__(self, *findings, files=None, command=("build", "report.yaml"), code=1, make=None):
        self.findings, self.files, self.command, self.code, self.make = findings, files or {}, command, code, make

    def write(self, folder):
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if self.make:
            self.make(folder)


def case(name, *findings, **more):
    assert name not in CASES, name
    CASES[name] = Case(*findings, **more)


def report(name, finding, text, make=None, **files):
    """A case of one layout, HEAD and `text`, and further files: a_csv is a.csv."""
    others = {key.replace("_", "."): content for key, content in files.items()}
    case(name, finding, files={"report.yaml": HEAD + text} | others, make=make)


def sparse(name):
    def make(folder):
        with open(folder / name, "wb") as file:
            file.truncate(GIGABYTE)
    return make


def fifo(name):
    return lambda folder: os.mkfifo(folder / name)


def link(name, target):
    return lambda folder: (folder / name).symlink_to(target)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def deflated_zeros(size):
    """A zlib stream of `size` zeros and up to a megabyte more: one block again and again, so that it costs nothing."""
    megabytes = (size + (1 << 20) - 1) >> 20
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = ((megabytes << 20) % 65521) << 16 | 1
    return b"\x78\xda" + block * megabytes + packer.flush() + struct.pack(">I", checksum)


def png(width, height, depth=8, colour=2, pixels=b"", *further):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return (b"\x89PNG\r\n\x1a\n" + header + b"".join(further) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def jpeg(width, height):
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes([1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])
    scan = bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])
    return b"\xff\xd8" + b"".join(b"\xff" + bytes([kind]) + struct.pack(">H", len(body) + 2) + body
                                  for kind, body in ((0xC0, frame), (0xDA, scan))) + bytes(100) + b"\xff\xd9"


def prose_from(name):
    return f"sections:\n  - plugin: prose\n    with: {{ body: {{ file: {name} }} }}\n"


def picture(name):
    return ("sections:\n  - plugin: campaign-spotlight\n    with:\n      what: Words\n"
            f"      image: {{ file: {name}, alt: A picture }}\n")


def rows_of(data):
    return f"data: {{ a: {data} }}\nsections:\n  - plugin: ofsted-update\n    with: {{ actions: {{ data: a }} }}\n"


def query(sql):
    return f"data:\n  a: a.csv\n  q: {{ sql: \"{sql}\" }}\nsections:\n  - plugin: ofsted-update\n    with: {{ actions: {{ data: q }} }}\n"


# Anchors that expand without bound, and placeholders, which are what Sheaf has in their place.
report("anchors", "anchor at report.yaml:5:4",
       "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n"
                                             for a, b in zip("abcdefghijkl", "bcdefghijklm")) + PROSE)
LAUGH = "values:\n  v0: lollollollol\n" + "".join(
    f"  v{i}: \"{' '.join([f'((values.v{i - 1}))'] * 10)}\"\n" for i in range(1, 12))
report("placeholders that expand without bound", "text-too-long at report.yaml:11",
       LAUGH + "sections:\n  - plugin: prose\n    with: { body: ((values.v11)) }\n")
report("placeholders that expand in a title", "text-too-long", LAUGH + PROSE.replace("prose", "prose\n    title: ((values.v11))"))
report("placeholders that name themselves", "placeholder-cycle at report.yaml:5:15",
       "values: { a: x((values.a)) }\nsubtitle: ((values.a))\n" + PROSE)
report("placeholders that name each other", "placeholder-cycle",
       "values:\n" + "".join(f"  v{i}: x((values.v{(i + 1) % 40}))\n" for i in range(40)) + "subtitle: ((values.v0))\n" + PROSE)
report("a chain of 20,000 placeholders", "placeholder-depth at report.yaml:68:10",
       "values:\n" + "".join(f"  v{i}: x ((values.v{i + 1}))\n" for i in range(20000)) + "subtitle: ((values.v0))\n" + PROSE)
report("60,000 placeholders that do not end", "bad-placeholder at a.md:1:1", prose_from("a.md"), a_md="((\n" * 60000)
report("a value with 10,000 names", "unknown-value",
       "values:\n" + "".join(f"  v{i}: x\n" for i in range(10000)) + "sections:\n"
       + "".join(f"  - {{ plugin: prose, with: {{ body: ((values.w{i})) }} }}\n" for i in range(10000)))
report("a part of 900 KB in 9,000 sections", "layout-too-large at report.yaml",
       f"parts: {{ a: {{ plugin: prose, with: {{ body: {'x' * 900_000} }} }} }}\nsections:\n" + "  - use: a\n" * 9_000)
report("a file of 900 KB in 20,000 sections", "layout-too-large at report.yaml",
       "sections:\n" + "  - { plugin: prose, from: a.yaml }\n" * 20_000, a_yaml="body: " + "x " * 450_000)

# Nesting.
for deep in (10_000, 400_000):
    report(f"{deep:,} lists in YAML", "nested-too-deeply at report.yaml:5:67", "a: " + "[" * deep + "]" * deep + "\n" + PROSE)
    report(f"{deep:,} maps in YAML", "unclosed-bracket at report.yaml:5:4", "a: " + "{" * deep + "\n" + PROSE)
report("1,000,000 lists in YAML", "too-large at report.yaml:1:1", "a: " + "[" * 1_000_000 + "\n" + PROSE)
report("1,300 maps by indent", "nested-too-deeply", "a:\n" + "".join(" " * i + "a:\n" for i in range(1, 1300)) + PROSE)
report("400,000 dashes on a line", "nested-too-deeply", "a:\n  " + "- " * 400_000 + "\n" + PROSE)
report("300,000 entries on a line", "unknown-key at report.yaml:5:1", "a: [" + "a, " * 300_000 + "]\n" + PROSE)
report("entries on a line beside something exempt", "unknown-key", "a: [" + "a, " * 300_000 + "]\nb: { access: { exempt: 3 } }\n" + PROSE)
for deep in (10_000, 1_000_000):
    report(f"{deep:,} lists in JSON", "json-syntax at a.json:1", rows_of("a.json"), a_json="[" * deep + "]" * deep)
    report(f"{deep:,} maps in JSON", "json-syntax at a.json:1", rows_of("a.json"), a_json="{\"a\":" * (deep // 2))
report("10,000 quotations in Markdown", "markdown-depth at a.md:1", prose_from("a.md"), a_md=">" * 10_000 + "a\n")
report("1,000,000 quotations in Markdown", "markdown-long at a.md:1", prose_from("a.md"), a_md=">" * 1_000_000 + "a\n")
report("60,000 brackets in Markdown", "link-target", prose_from("a.md"), a_md="[" * 30_000 + "a" + "](b)" * 8_000)
report("10,000 lists in Markdown", "markdown-depth", prose_from("a.md"),
       a_md="".join("  " * i + "- a\n" for i in range(250)))
report("10,000 brackets in SQL", "sql-syntax at report.yaml:7", query("select " + "(" * 10_000 + "1" + ")" * 10_000 + " as x"), a_csv="action\nx\n")

# Files that are too large, or none.
case("1 GB as a layout", "too-large", files={}, make=sparse("report.yaml"))
case("1 GB as a base", "too-large at report.yaml:2:11", files={"report.yaml": "sheaf: 1\nbased_on: base.yaml\n"}, make=sparse("base.yaml"))
case("1 GB as project settings", "too-large", files={"report.yaml": HEAD + PROSE}, make=sparse("sheaf.yaml"))
report("1 GB as a theme", "too-large at report.yaml:5:8", "theme: a.yaml\n" + PROSE, sparse("a.yaml"))
report("1 GB as the content of a section", "too-large at report.yaml:7:11",
       "sections:\n  - plugin: prose\n    from: a.yaml\n", sparse("a.yaml"))
report("1 GB as Markdown", "too-large at report.yaml:7:27", prose_from("a.md"), sparse("a.md"))
report("1 GB as a picture", "too-large at report.yaml:9:22", picture("a.png"), sparse("a.png"))
for kind in ("csv", "json", "yaml"):
    report(f"1 GB of one line as {kind}", "too-large at report.yaml:5:12", rows_of(f"a.{kind}"), sparse(f"a.{kind}"))
report("1 GB as a database", "too-large at report.yaml:5:20", rows_of("{ file: a.sqlite, table: b }"), sparse("a.sqlite"))

for what, name, text, finding in (
        ("Markdown", "a.md", prose_from("a.md"), "report.yaml:7:27"), ("data", "a.csv", rows_of("a.csv"), "report.yaml:5:12"),
        ("a picture", "a.png", picture("a.png"), "report.yaml:9:22"),
        ("a database", "a.db", rows_of("{ file: a.db, table: b }"), "report.yaml:5:20"),
        ("a theme", "a.yaml", "theme: a.yaml\n" + PROSE, "report.yaml:5:8")):
    report(f"a pipe as {what}", f"file-not-readable at {finding}", text, fifo(name))
    case(f"a device as {what}", ("unknown-theme" if name == "a.yaml" else "file-not-readable") + f" at {finding}", files={"report.yaml": HEAD + text},
         make=link(name, "/dev/zero"), command=("build", "report.yaml", "--root", "/"))
case("a pipe as a layout", "file-not-readable", make=fifo("report.yaml"))
case("a device as a layout", "file-not-readable", command=("build", "/dev/zero"))

# Ways out of the root.
SECRET = {"../secret.md": "The secret.\n"}
report("a path out of the root", "outside-root at report.yaml:7:27", prose_from("../secret.md"))
report("an absolute path", "outside-root at report.yaml:7:27", prose_from("/etc/passwd"))
report("a path that goes in and out", "outside-root at report.yaml:7:27", prose_from("a/../../a.md"))
report("a link to a file outside", "outside-root at report.yaml:7:27", prose_from("a.md"), link("a.md", "/etc/passwd"))
report("a link to a folder outside", "outside-root at report.yaml:7:27", prose_from("a/passwd"), link("a", "/etc"))
report("data outside", "outside-root at report.yaml:5:12", rows_of("../../a.csv"))
report("a theme outside", "outside-root at report.yaml:5:8", "theme: ../../a.yaml\n" + PROSE)
report("plugins outside", "outside-root at report.yaml:5:11", "plugins: [../../a]\n" + PROSE)
for name in ("words.txt", "sheaf.yaml"):
    report(f"a {name} that is a link out of the root", "outside-root", PROSE, link(name, "/etc/hosts"))
    report(f"a pipe as {name}", "file-not-readable", PROSE, fifo(name))
    report(f"a folder as {name}", "not-a-file", PROSE, lambda folder, name=name: (folder / name).mkdir())
case("a base outside", "outside-root at report.yaml:2:11", files={"report.yaml": "sheaf: 1\nbased_on: ../a.yaml\n"})
case("a link that leads to itself", "outside-root at report.yaml:7:27", files={"report.yaml": HEAD + prose_from("a.md")},
     make=link("a.md", "a.md"))

case("a name with control characters", "wrong-type", files={"a\x1b[31m\nb.yaml": "x"}, command=("build", "a\x1b[31m\nb.yaml"))
case("a missing name with control characters", "layout-not-found", code=3, command=("build", "a\x1b[31m\nb.yaml"))

# Pictures.
report("a PNG of 100 megapixels", "image-unreadable at report.yaml:9:22", picture("a.png"),
       a_png=png(10_000, 10_000, 1, 0, deflated_zeros(1251 * 10_000)))
report("a JPEG of 100 megapixels", "image-unreadable at report.yaml:9:22", picture("a.png"), a_png=jpeg(10_000, 10_000))
report("a PNG that claims 4,000,000,000 pixels a row", "image-unreadable", picture("a.png"), a_png=png(4_000_000_000, 1))
report("a PNG with 1 GB of pixels that it does not need", "image-unreadable", picture("a.png"),
       a_png=png(8, 8, 8, 2, deflated_zeros(GIGABYTE)))
report("a PNG with a colour profile of 1 GB", "image-unreadable", picture("a.png"),
       a_png=png(8, 8, 8, 2, b"cut", chunk(b"iCCP", b"a\0\0" + deflated_zeros(GIGABYTE))))
report("a PNG with a text of 1 GB", "image-unreadable", picture("a.png"),
       a_png=png(8, 8, 8, 2, b"cut", chunk(b"zTXt", b"a\0\0" + deflated_zeros(GIGABYTE))))
report("a PNG of 300 MB in 100 KB, cut off", "images-too-large at report.yaml:9:22", picture("a.png"),
       a_png=png(7_000, 7_000, 16, 6, deflated_zeros(7_000 * 20)))
report("a PNG of 392 MB in 400 KB", "images-too-large at report.yaml:9:22", picture("a.png"),
       a_png=png(7_000, 7_000, 16, 6, deflated_zeros(7_000 * (1 + 7_000 * 8))))
SHADES = png(7_000, 7_000, 8, 4, deflated_zeros(7_000 * (1 + 7_000 * 2)))
case("a PNG of 98 MB that is just not too large", files={"report.yaml": HEAD + picture("a.png"), "a.png": SHADES},
     command=("check", "report.yaml"), code=0)
MANY = "sections:\n" + "".join(f"  - plugin: campaign-spotlight\n    with: {{ what: Words, image: {{ file: {i}.png, alt: A picture }} }}\n"
                              for i in range(40))
TWELVE = png(4_000, 3_000, 8, 2, deflated_zeros(3_000 * (1 + 4_000 * 3)))  # 36 MB
case("forty PNGs of 12 megapixels", "images-too-large at report.yaml:15:41", files={"report.yaml": HEAD + MANY}
     | {f"{i}.png": TWELVE[:-16] + chunk(b"tEXt", b"a\0%d" % i) + TWELVE[-12:] for i in range(40)})
def noise():
    """A PNG of 20 MB that no packing makes smaller."""
    rows = b"".join(b"\0" + os.urandom(2_600 * 3) for _ in range(2_600))
    return png(2_600, 2_600, 8, 2, zlib.compress(rows, 0))


def pictures_of(content, *names):
    sections = "".join(f"  - plugin: campaign-spotlight\n    with: {{ what: Words, image: {{ file: {name}, alt: A picture }} }}\n"
                       for name in names)
    return {"report.yaml": HEAD + "sections:\n" + sections} | {name: content() for name in names}


case("two PNGs of 20 MB that cannot be packed", "images-too-large at report.yaml:9:41",
     make=lambda folder: Case(files=pictures_of(noise, "a.png", "b.png")).write(folder))
case("a hundred JPEGs of 8 MB", "images-too-large at report.yaml:19:41",
     make=lambda folder: Case(files=pictures_of(lambda: jpeg(800, 600)[:-2] + bytes(8 << 20) + b"\xff\xd9",
                                                *(f"{i}.jpg" for i in range(100)))).write(folder))
report("a PNG of a million empty parts", "image-unreadable", picture("a.png"),
       a_png=png(8, 8, 8, 2, b"cut", chunk(b"tEXt", b"a\0b") * 1_000_000))

# Tables.
report("a cell of 3.9 MB", "data-too-large at a.csv:2:1", rows_of("a.csv"), a_csv="action\n" + "word " * 780_000)
report("a cell of 3.9 MB in JSON", "data-too-large at a.json:1:13", rows_of("a.json"), a_json='[{"action": "' + "word " * 780_000 + '"}]')
report("a cell of 900 KB in YAML", "data-too-large at a.yaml:1:11", rows_of("a.yaml"), a_yaml="- action: " + "word " * 180_000)
report("400,000 cells in JSON", "data-too-large at a.json:1", rows_of("a.json"), a_json="[" + '{"due":2},' * 399_999 + '{"due":2}]')
report("a line of 4,000,000 commas", "data-too-large at a.csv:1", rows_of("a.csv"), a_csv="," * 4_000_000)
report("100,000 columns", "data-too-large at a.csv:1", rows_of("a.csv"), a_csv=",".join(f"c{i}" for i in range(100_000)))
report("a quotation mark that never closes", "csv-unclosed-quote at a.csv:2:1", rows_of("a.csv"),
       a_csv="action,owner\n\"" + "x\n" * 1_900_000)
report("a million cells", "data-too-large at a.csv", rows_of("a.csv"), a_csv="action,due\n" + "a,2\n" * 1_000_000)

# Queries.
TABLE = {"a_csv": "action,due\nMend,2020-12-01\n"}
report("a query that attaches", "sql-read-only at report.yaml:7", query("attach 'b.db' as b"), **TABLE)
report("a query that vacuums into a file", "sql-read-only at report.yaml:7", query("vacuum into 'b.db'"), **TABLE)
for name, sql in (("inserts", "insert into a values (1, 2)"), ("creates", "create table b (c)"), ("drops", "drop table a"),
                  ("updates", "update a set due = 1 returning due"), ("sets", "pragma journal_mode = wal")):
    report(f"a query that {name}", "sql-read-only at report.yaml:7", query(sql), **TABLE)
report("a query that loads a library", "sql- at report.yaml:7", query("select load_extension('b') as x"), **TABLE)
report("a query that reads a file", "sql- at report.yaml:7", query("select readfile('/etc/passwd') as x"), **TABLE)
report("a query that recurses for ever", "sql-too at report.yaml:7",
       query("with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) as c from n"), **TABLE)
report("a query that grows a text for ever", "sql-too at report.yaml:7",
       query("with recursive n(i) as (select 'a' union all select i || i from n) select max(length(i)) as c from n"), **TABLE)
report("a query that gives rows for ever", "data-too-large at report.yaml:7",
       query("with recursive n(i) as (select 1 union all select i + 1 from n) select i as action from n"), **TABLE)
report("a query that joins a table with itself ten times", "sql-too at report.yaml:7",
       query("select count(*) as c from " + ",".join(f"a as a{i}" for i in range(10))), a_csv="action\n" + "x\n" * 5_000)
report("a query that makes a blob of 1 GB", "sql-too at report.yaml:7", query("select hex(zeroblob(500000000)) as c"), **TABLE)
report("a query that pads to 1 GB", "sql-read-only at report.yaml:7", query("select length(printf('%.*c', 900000000, 'x') || 'y') as action"), **TABLE)
report("a query that searches for ever", "sql-too at report.yaml:7",
       query("select count(*) as c from a as a, a as b where a.action || b.action like '%x%x%x%x%x%x%x%x%x%x%y'"),
       a_csv="action\n" + ("x" * 400 + "\n") * 2_000)

LONG = "hex(zeroblob(30000))"
report("a query that looks for a long text in a longer one of 1 MB", "sql-too at report.yaml:7",
       query("select instr(hex(zeroblob(499000)), hex(zeroblob(200000)) || '1') as c"), **TABLE)
for name, call in (("looks for a long text", f"instr({LONG}, {LONG} || '1')"), ("replaces a long text", f"length(replace({LONG}, '00', '0'))"),
                   ("joins long texts", f"length({LONG} || i)"), ("turns long texts to capitals", f"length(upper({LONG} || i))"),
                   ("compares long texts", f"({LONG} || i) like '%1%2%3%4%5%6%7%8%9%'")):
    report(f"a query that {name} for ever", "sql-too at report.yaml:7",
           query(f"with recursive n(i) as (select 1 union all select i + 1 from n) select max({call}) as c from n"), **TABLE)
report("a query that trims a long text", "sql-read-only at report.yaml:7", query(f"select length(trim({LONG}, {LONG})) as c"), **TABLE)

# Layouts that are based on themselves.
case("a layout based on itself", "based-on-cycle at report.yaml:2:11", files={"report.yaml": "sheaf: 1\nbased_on: report.yaml\n"})
case("two layouts based on each other", "based-on-cycle at b.yaml:2:11",
     files={"report.yaml": "sheaf: 1\nbased_on: b.yaml\n", "b.yaml": "sheaf: 1\nbased_on: report.yaml\n"})
case("3,000 layouts based on one another", "based-on-depth at 16.yaml:2:11",
     files={"report.yaml": "sheaf: 1\nbased_on: 1.yaml\n"}
     | {f"{i}.yaml": f"sheaf: 1\nbased_on: {i + 1}.yaml\n" for i in range(1, 3_000)})

# A million findings.
report("250,000 lines of one name", "duplicate-key at report.yaml:6:1", "a:\n" * 240_000 + PROSE)
report("50,000 unknown names", "unknown-key at report.yaml:5:1", "".join(f"name{i}: a\n" for i in range(50_000)) + PROSE)
report("400,000 tabs", "tab-in-indent at report.yaml:6:1", "a:\n" + "\tb: c\n" * 130_000 + PROSE)
report("100,000 no-break spaces", "no-break-space at report.yaml:5:1", "\u00a0a: b\n" * 100_000 + PROSE)
report("1,000,000 lines with too few cells", "csv-ragged at a.csv:2:1", rows_of("a.csv"), a_csv="action,due\n" + "a\n" * 1_000_000)
report("45,000 dates that are none", "impossible-date at a.csv:2", rows_of("a.csv"), a_csv="action,due,owner,status\n" + "a,2020-13,c,on track\n" * 45_000)
report("a table of 400,000 cells", "data-too-large at a.csv", rows_of("a.csv"),
       a_csv="action,due,owner,status\n" + "a,b,c,on track\n" * 100_000)
report("20,000 sections of no plugin", "unknown-plugin at report.yaml:6:13", "sections:\n" + "  - plugin: prosa\n" * 20_000)
case("3,000 texts left over in each of 60 sections", "placeholder at a.md:1:1", command=("check", "report.yaml"),
     files={"report.yaml": HEAD + "sections:\n" + "  - plugin: prose\n    with: { body: { file: a.md } }\n" * 60,
            "a.md": "Lorem ipsum dolor \n" * 3_000})
case("5,900 links in each of 7 paragraphs", command=("check", "report.yaml"), code=0,
     files={"report.yaml": HEAD + "sections:\n" + "  - plugin: prose\n    with: { body: { file: a.md } }\n" * 7,
            "a.md": "[a](tel:1) " * 5_900})
report("10,000 slips in Markdown", "markdown-html at a.md:1:1", prose_from("a.md"), a_md="<br>a\n\n" * 9_000)


def environment(program, home):
    keep = {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    return keep | {"PATH": f"{program.parent}:/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8",
                   "XDG_CACHE_HOME": os.environ.get("SHEAF_TEST_CACHE", str(home))}


def tree(folder):
    """Names, sizes and times of all that lies in a folder."""
    return {str(path.relative_to(folder)): path.lstat()[6:9:2] for path in folder.rglob("*")}


def run(program, one, folder, home):
    """What the program printed, its exit code (negative: a signal), its processor seconds and its megabytes."""
    with open(home / "said", "wb+") as said:
        child = subprocess.Popen([str(program), *one.command], cwd=folder, env=environment(program, home), stdin=subprocess.DEVNULL,
                                 stdout=said, stderr=said, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return said.read().decode(errors="replace"), child.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def is_told(finding, said):
    """"id at place": the id may be the beginning of one, and so may the place."""
    name, _, place = finding.partition(" at ")
    return re.search(r"\[" + re.escape(name) + r"[a-z-]*\]: [^\n]+\n( *--> (?:[^\n]*/)?" + re.escape(place) + ")?", said) if not place else \
        re.search(r"\[" + re.escape(name) + r"[a-z-]*\]: [^\n]+\n *--> " + re.escape(place) + r"(?!\d)", said)


def failures(one, said, code, seconds, megabytes, sanitized):
    if code != one.code:
        yield f"exit code {code} instead of {one.code}"
    for finding in one.findings:
        if not is_told(finding, said):
            yield f"does not say {finding}"
    if "\x1b" in said:
        yield "sends control characters to the terminal"
    if "internal error" in said:
        yield "speaks of an internal error"
    if seconds > SECONDS * (5 if sanitized else 1):
        yield "takes too long"
    if megabytes > MEGABYTES and not sanitized:
        yield "takes too much memory"


def check(program, name, sanitized):
    one = CASES[name]
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home).resolve() / "report"
        folder.mkdir()
        one.write(folder)
        before = tree(folder)
        said, code, seconds, megabytes = run(program, one, folder, Path(home))
        failed = list(failures(one, said, code, seconds, megabytes, sanitized))
        if tree(folder) != before:
            failed.append("left something behind")
    print(f"{'FAILED' if failed else 'ok':7}{seconds:6.2f} s {megabytes:6.0f} MB  {name}", flush=True)
    for failure in failed:
        print(f"         {failure}")
    if failed:
        print(said[:1500])
    return not failed


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if "--list" in sys.argv:
        return print("\n".join(CASES))
    program, names = Path(words[0]).resolve(), words[1:] or list(CASES)
    results = [check(program, name, "--sanitized" in sys.argv) for name in names]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
