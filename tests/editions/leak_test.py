#!/usr/bin/env python3
"""Searches public editions for what only their exempt editions may hold.

Usage: leak_test.py PROGRAM

A report has an exempt section of each kind with a word of its own (a canary) in every place where a word can stand.
None of them may be anywhere in the public PDF, raw or inflated, in any encoding; the exempt edition must hold those that
are printed, so that the search is known to find them. And whatever the exempt sections say, the public edition must have
the same bytes. Nor may any be in what building the public edition prints about mistakes, in any format.
"""
import os
import re
import sqlite3
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

PROGRAM = Path(sys.argv.pop()).resolve() if len(sys.argv) > 1 else None

# Place: whether the exempt edition prints it.
PLACES = {
    "Heading": True, "SectionId": True, "Owner": False, "InlineText": True, "MarkdownFile": True, "MarkdownName": False,
    "InnerHeading": True, "LinkText": True, "LinkTarget": True, "DataCell": True, "DataName": False, "DataFile": False,
    "AltText": True, "PictureCaption": True, "PictureName": False, "Hashtag": True, "PersonName": True, "PersonPost": True,
    "PersonKey": False, "FromFile": True, "FromName": False, "PartTitle": True, "PartText": True, "PartName": False,
    "ValueOnlyThere": True, "SecondHeading": True, "TableTitle": True, "WhenValue": False,
}
NEUTRAL = "plain"
RARE = "Ŵ"  # a letter that no public section has: not even its glyph may be embedded

LAYOUT = """\
sheaf: 1
title: Quarterly property report
subtitle: For the board
language: en-GB
theme: civic
status: final
meeting: {{ board: Property Board, date: 2020-11-25, public: no }}
people:
  {PersonKey}: {{ name: "{PersonName} {rare}arden", post: "{PersonPost}" }}
  clerk: {{ name: Clerk to the Board, post: Governance Officer }}
values: {{ secret: "{ValueOnlyThere}", shown: "{WhenValue}" }}
data: {{ "{DataName}": "{DataFile}.csv" }}
parts:
  "{PartName}":
    plugin: prose
    title: "{PartTitle}"
    access: {{ exempt: [1, 2], because: officers could be identified, public_title: Staffing }}
    with: {{ body: "{PartText} speaks." }}
sections:
  - plugin: prose
    title: Summary
    with: {{ body: "Everybody may read this, and [the exempt part](#{SectionId})." }}
  - id: "{SectionId}"
    plugin: prose
    title: "{Heading} {rare}ales"
    owner: "{Owner}"
    access: {{ exempt: 3, because: prices are still being negotiated }}
    when: {{ values.shown: "{WhenValue}" }}
    with: {{ body: "The {InlineText} of ((values.secret)) by ((people.{PersonKey}.name)), {rare}." }}
  - plugin: prose
    title: "{SecondHeading}"
    access: {{ exempt: 3, because: prices are still being negotiated }}
    with: {{ body: {{ file: "{MarkdownName}.md" }} }}
  - plugin: campaign-spotlight
    title: A campaign
    access: {{ exempt: 3, because: prices are still being negotiated }}
    from: "{FromName}.yaml"
  - plugin: ofsted-update
    title: A plan
    access: {{ exempt: 5, because: it holds legal advice }}
    with:
      actions: {{ data: "{DataName}" }}
  - use: "{PartName}"
  - plugin: prose
    title: Next steps
    with: {{ body: The Clerk to the Board will publish the decision. }}
"""

MARKDOWN = """\
The {MarkdownFile} is confidential. See [{LinkText}](https://www.example.gov.uk/{LinkTarget}).

# {InnerHeading}

| {TableTitle} | Price |
|---|---|
| Land | 100 |
"""

CAMPAIGN = """\
what: "{FromFile}"
hashtags: ["{Hashtag}"]
image: {{ file: "{PictureName}.png", alt: "{AltText}", caption: "{PictureCaption}" }}
quotation: {{ text: It is ours., by: "{PersonKey}" }}
"""

DATA = "action,owner,due,status\n{DataCell},A team,2020-12,on track\n"


ACCESS = "access: { exempt: 3, because: prices are still being negotiated }"
# Exempt sections with a mistake each, and what it is called.
MISTAKES = {
    "shape-error": f"""
  - plugin: prose
    title: [ZqxTitle]
    {ACCESS}
    with: {{ body: "ZqxBody" }}
""",
    "unknown-key": f"""
  - plugin: prose
    {ACCESS}
    ZqxKey: ZqxValue
""",
    "duplicate-key": f"""
  - plugin: prose
    title: ZqxTitle
    {ACCESS}
    title: ZqxOther
""",
    "duplicate-id": f"""
  - {{ id: ZqxId, plugin: prose, {ACCESS} }}
  - {{ id: ZqxId, plugin: prose, {ACCESS} }}
""",
    "hash-in-text": f"""
  - plugin: prose
    {ACCESS}
    title: "ZqxTitle"
    owner: #ZqxOwner
""",
    "curly-quotes": f"""
  - plugin: prose
    title: “ZqxTitle”
    {ACCESS}
""",
    "unclosed-quote": f"""
  - plugin: prose
    {ACCESS}
    title: "ZqxTitle
""",
    "bad-access": """
  - plugin: prose
    title: ZqxTitle
    access: { exempt: ZqxParagraph, because: ZqxReason }
""",
    "one-line": f"""
  - {{ plugin: prose, title: ZqxTitle, {ACCESS}, when: {{ meeting.public: ZqxWhen }} }}
""",
    "unknown-plugin": f"""
  - plugin: ZqxPlugin
    titel: ZqxTitle
    {ACCESS}
""",
    "from-a-part": """
  - use: secrets
    titel: ZqxTitle
    owner: [ZqxOwner]
""",
}
PLAIN = f"""\
sheaf: 1
title: Quarterly property report
language: en-GB
meeting: {{ board: Property Board, date: 2020-11-25 }}
parts:
  secrets:
    plugin: prose
    {ACCESS}
    with: {{ body: It is secret. }}
sections:
  - plugin: prose
    title: Summary
    with: {{ body: Everybody may read this. }}
"""
# Mistakes about data that only an exempt section shows and a public text gives a figure of: `data:`, that text, the file,
# and what each is called. All of them speak of a cell that begins with Zqx, in their words or by the line that they show.
ROWS = "name,amount\nZqxMill,4\nZqxBarn,ZqxTen\nZqxFarm,6\nZqxShop,7\n"
COUNT = "((data.grants.count)) in all"
FROM_FILE, FROM_QUERY = "grants: FILE", 'raw: FILE, grants: { sql: "select name, amount from raw" }'
OPEN = "open: open.csv"  # which a public section shows, and what it asks of it
QUERY = 'q: { sql: "select %s as shown from open%s" }'
SHOWN = "  - { plugin: ofsted-update, title: Open, with: { actions: { data: %s } } }\n"
DATA_MISTAKES = {
    "not-utf8": (FROM_FILE, COUNT, "g.csv", b"name,amount\nZqxMill \xa34,4\n"),
    "not-utf8 in JSON": (FROM_FILE, COUNT, "g.json", b'[{"name": "ZqxMill \xa3"}]'),
    "not-utf8 below a query": (FROM_QUERY, COUNT, "g.csv", b"name,amount\nZqxMill \xa34,4\n"),
    "control-character": (FROM_FILE, COUNT, "g.csv", b"name,amount\nZqxMill\x01,4\n"),
    "csv-ragged": (FROM_FILE, COUNT, "g.csv", "name,amount\nZqxMill,4,ZqxMore\n"),
    "csv-unclosed-quote": (FROM_FILE, COUNT, "g.csv", 'name,amount\n"ZqxMill,4\n'),
    "json-syntax": (FROM_FILE, COUNT, "g.json", '[{"name": "ZqxMill", "amount": }]'),
    "json-syntax in lines": (FROM_FILE, COUNT, "g.jsonl", '{"name": "ZqxMill"}\n{"name": "ZqxBarn" 4}\n'),
    "no-rows": (FROM_FILE, COUNT, "g.json", '{"name": "ZqxMill"}'),
    "duplicate-key": (FROM_FILE, COUNT, "g.yaml", "- { name: ZqxMill, name: ZqxBarn }\n"),
    "unclosed-bracket": (FROM_FILE, COUNT, "g.yaml", "- { name: ZqxMill\n- ZqxBarn: : [\n"),
    "bad-cell": ("grants: { file: FILE, columns: { amount: whole } }", COUNT, "g.csv", ROWS),
    "bad-cell of a query": (FROM_QUERY.replace(" }", ", columns: { amount: whole } }"), COUNT, "g.csv", ROWS),
    "unknown-column": ("grants: { file: FILE, columns: { ZqxAmont: whole } }", COUNT, "g.csv", "name,ZqxAmount\nA,4\n"),
    "mixed-column": (FROM_FILE, COUNT, "g.csv", ROWS),
    "total-row": (FROM_FILE, COUNT, "g.csv", "ZqxName,amount\nA,4\nB,5\nTotal,9\n"),
    "unknown-value": (FROM_FILE, "((data.grants.sum.amount))", "g.csv", ROWS),
    "unknown-value of a query": (FROM_QUERY, "((data.grants.sum.amount))", "g.csv", ROWS),
    "unknown-value of a column": (FROM_QUERY.replace("name", "name as zqxname"), "((data.grants.sum.qxname))", "g.csv", ROWS),
    "unknown-value through a value": (FROM_FILE, "((values.all))", "g.csv", ROWS),
    "wrong-type": (FROM_FILE, "((meeting.public))", "g.csv", ROWS),
    "wrong-type through a query": (FROM_QUERY, "((meeting.public))", "g.csv", ROWS),
    "wrong-type of two figures": (f"{FROM_FILE}, {OPEN}", "((meeting.public)) of open rows, and others", "g.csv", ROWS),
    "inexact-sql of an open query": (f"{FROM_FILE}, {OPEN}, {QUERY % ('divide(n, name, 1)', ', grants')}", "((data.q.count))", "g.csv", ROWS),
    "inexact-sql of an open query's value": (f"{FROM_FILE}, {OPEN}, {QUERY % ('divide(n, :values_name, 1)', '')}", "((data.q.count))",
                                            "g.csv", ROWS),
    "sql-unknown-column of an open query": (f"{FROM_FILE}, {OPEN}, {QUERY % ('qxname', ', grants')}", "((data.q.count))", "g.csv",
                                            ROWS.replace("name", "Zqxname")),
    "sql-unknown-column": (FROM_QUERY.replace("amount", "qxamount"), COUNT, "g.csv", "name,ZqxAmount\nA,1\n"),
    "bad-cell of a database": ("grants: { file: FILE, table: g, columns: { amount: whole } }", COUNT, "g.db", "'ZqxTen'"),
    "bad-cell of a database's query": ("grants: { file: FILE, sql: select amount from g, columns: { amount: whole } }", COUNT,
                                       "g.db", "'ZqxTen'"),
}
FORMATS = ("text", "json", "sarif", "github")


def canary(place):
    return f"Zqx{place}" if place in ("DataName", "PersonKey", "SectionId", "PartName") else f"Zqx{place}Kw"


def words(*canaries):
    return {place: canary(place) if place in canaries else f"{NEUTRAL}{number}"
            for number, place in enumerate(PLACES)} | {"rare": RARE if set(canaries) == set(PLACES) else "W"}


def picture(grey):
    """A PNG of 8 by 8 pixels."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    rows = b"".join(b"\0" + bytes([grey, x * 30, 7]) * 8 for x in range(8))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def write_report(folder, said):
    files = {"report.yaml": LAYOUT, said["MarkdownName"] + ".md": MARKDOWN, said["FromName"] + ".yaml": CAMPAIGN,
             said["DataFile"] + ".csv": DATA}
    for name, template in files.items():
        (folder / name).write_text(template.format(**said), encoding="utf-8")
    (folder / f"{said['PictureName']}.png").write_bytes(picture(200 if said["rare"] == RARE else 10))


def run(*command, **more):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    return subprocess.run([str(part) for part in command], capture_output=True, env=environment, timeout=120, **more)


def build(folder, edition):
    """The bytes of an edition."""
    target = folder / "out.pdf"
    done = run(PROGRAM, "build", "report.yaml", "--edition", edition, "-o", target, cwd=folder)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    return target.read_bytes()


def strings_of(inflated):
    """All string objects of an uncompressed file, as their bytes."""
    for match in re.finditer(rb"<([0-9A-Fa-f\s]*)>", inflated):
        digits = re.sub(rb"\s", b"", match[1])
        yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    for match in re.finditer(rb"\(((?:[^()\\]|\\.|\([^()]*\))*)\)", inflated, re.DOTALL):
        yield re.sub(rb"\\([0-7]{1,3}|.)",
                     lambda escape: bytes([int(escape[1], 8) & 255]) if escape[1][:1].isdigit() else escape[1],
                     match[1], flags=re.DOTALL)


def everything_in(pdf, folder):
    """All that the file says, as one haystack of lower-case bytes."""
    path = folder / "searched.pdf"
    path.write_bytes(pdf)
    inflated = run("qpdf", "--qdf", "--object-streams=disable", path, "-").stdout
    said = [pdf, inflated, *strings_of(inflated)]
    for tool in (["pdftotext", "-raw", path, "-"], ["pdfinfo", path], ["pdfinfo", "-meta", path], ["pdfinfo", "-dests", path],
                 ["pdfinfo", "-struct-text", path], ["pdfinfo", "-url", path], ["pdfdetach", "-list", path]):
        said.append(run(*tool).stdout)
    return b"\n".join(said).lower()


def spellings(word):
    """The word as any part of a file may write it."""
    for encoding in ("utf-8", "utf-16-be", "utf-16-le", "cp1252"):
        encoded = word.encode(encoding, "ignore")
        if len(encoded) < 2:
            continue
        yield encoded.lower()
        yield encoded.hex().encode()
        yield word.lower().encode(encoding, "ignore").hex().encode()


def holds(haystack, word):
    return any(spelling in haystack for spelling in spellings(word))


class LeakTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.home.name, "reports")  # one name for all: it is the default file name
        cls.folder.mkdir()
        (cls.folder / "sheaf.yaml").touch()

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    def editions(self, *canaries):
        for file in self.folder.iterdir():
            file.unlink()
        write_report(self.folder, words(*canaries))
        return {edition: build(self.folder, edition) for edition in ("public", "exempt")}

    def test_the_public_edition_holds_no_canary_and_the_exempt_one_each_that_is_printed(self):
        made = self.editions(*PLACES)
        public, exempt = (everything_in(made[edition], self.folder) for edition in ("public", "exempt"))
        for place, is_printed in PLACES.items():
            with self.subTest(place):
                self.assertFalse(holds(public, canary(place)), "leaks into the public edition")
                self.assertEqual(holds(exempt, canary(place)), is_printed)
        for name in ("campaign-spotlight", "ofsted-update", "zqx"):
            self.assertFalse(holds(public, name), name)
        for text in ("Everybody may read this", "Next steps", "paragraph\u00a03 of Part\u00a01 of Schedule\u00a012A", "Staffing",
                     "prices are still being negotiated", "officers could be identified", "legal advice"):
            self.assertTrue(holds(public, text), text)
        self.assertTrue(holds(exempt, "Not for publication"))

    def test_letters_and_pictures_of_exempt_sections_are_not_embedded(self):
        made = self.editions(*PLACES)
        found = {edition: everything_in(pdf, self.folder) for edition, pdf in made.items()}
        code = f"{ord(RARE):04x}".encode()
        self.assertIn(b"<" + code + b">", found["exempt"])  # in a ToUnicode map
        self.assertNotIn(b"<" + code + b">", found["public"])
        self.assertIn(b"/subtype /image", found["exempt"])
        self.assertNotIn(b"/subtype /image", found["public"])

    def test_nothing_that_an_exempt_section_says_changes_a_byte_of_the_public_edition(self):
        plain = self.editions()
        for place, is_printed in PLACES.items():
            with self.subTest(place):
                changed = self.editions(place)
                self.assertEqual(changed["public"], plain["public"])
                if is_printed:
                    self.assertNotEqual(changed["exempt"], plain["exempt"])

    def test_the_public_edition_needs_none_of_the_files_of_exempt_sections(self):
        plain = self.editions()["public"]
        for file in self.folder.iterdir():
            if file.name != "report.yaml":
                file.unlink()
        self.assertEqual(build(self.folder, "public"), plain)

    def findings(self, sections, edition, form):
        """What building an edition prints."""
        for file in self.folder.iterdir():
            file.unlink()
        (self.folder / "sheaf.yaml").touch()
        (self.folder / "report.yaml").write_text(PLAIN + sections.lstrip("\n"), encoding="utf-8")
        edition = ["--edition", edition] if edition else []
        done = run(PROGRAM, "build", "report.yaml", *edition, "--format", form, cwd=self.folder)
        return (done.stdout + done.stderr).decode()

    def test_no_finding_about_an_exempt_section_says_what_stands_there(self):
        for name, sections in MISTAKES.items():
            self.assertIn("Zqx", self.findings(sections, "exempt", "text"), name)
            for form in FORMATS:
                with self.subTest(f"{name} in {form}"):
                    for edition in ("public", None):
                        said = self.findings(sections, edition, form)
                        self.assertIn("report.yaml", said)
                        self.assertNotIn("zqx", said.lower())

    def test_a_finding_about_an_exempt_section_keeps_its_id_and_its_place(self):
        said = self.findings(MISTAKES["unknown-key"], "public", "text")
        self.assertIn("error[unknown-key]: What is wrong here is not shown", said)
        self.assertIn("--> report.yaml:16:5", said)

    def test_a_mistake_in_data_that_only_exempt_sections_show_is_told_without_its_row(self):
        sections = f"""
  - plugin: prose
    title: Money
    with: {{ body: "Together ((data.grants.sum.amount))." }}
  - plugin: ofsted-update
    title: Grants
    {ACCESS}
    with: {{ actions: {{ data: grants }} }}
data: {{ grants: grants.csv }}
"""
        for rows in "Mill,5,ZqxMore", "ZqxMill,4\nZqxBarn,ZqxTen\nZqxFarm,6":
            for form in FORMATS:
                with self.subTest(f"{rows} in {form}"):
                    self.findings(sections, "public", form)
                    (self.folder / "grants.csv").write_text(f"name,amount\n{rows}\n", encoding="utf-8")
                    done = run(PROGRAM, "build", "report.yaml", "--format", form, cwd=self.folder)
                    said = (done.stdout + done.stderr).decode()
                    self.assertEqual(done.returncode, 1)
                    self.assertIn("is not shown", said)
                    self.assertNotIn("zqx", said.lower())
                    whole = run(PROGRAM, "check", "report.yaml", cwd=self.folder).stderr.decode()
                    self.assertIn("Zqx", whole)

    def lay_out_data(self, mistake):
        """A report with a mistake in its data."""
        data, text, name, rows = DATA_MISTAKES[mistake]
        said = "((data.open.max.n))-((data.grants.first.name))" if "open: " in data else "((data.grants.first.name))"
        for file in self.folder.iterdir():
            file.unlink()
        (self.folder / "sheaf.yaml").touch()
        (self.folder / "report.yaml").write_text(
            PLAIN.replace("date: 2020-11-25", f"date: 2020-11-25, public: {said}" if "meeting.public" in text else "date: 2020-11-25")
            .replace("Everybody may read this.", f'"{text}"') + "".join(SHOWN % name for name in ("open", "q") if f"{name}: " in data)
            + f"""\
  - plugin: ofsted-update
    title: Grants
    {ACCESS}
    with: {{ actions: {{ data: grants }} }}
values: {{ all: ((data.grants.sum.amount)), name: ((data.grants.first.name)) }}
data: {{ {data.replace("FILE", name)} }}
""", encoding="utf-8")
        (self.folder / "open.csv").write_text("n\n4\n", encoding="utf-8")
        if name.endswith(".db"):
            database = sqlite3.connect(self.folder / name)
            database.executescript(f"create table g (name, amount); insert into g values ('A', {rows});")
            database.close()
        else:
            (self.folder / name).write_bytes(rows if isinstance(rows, bytes) else rows.encode())

    def test_no_finding_about_data_that_only_exempt_sections_show_says_what_it_holds(self):
        for mistake in DATA_MISTAKES:
            self.lay_out_data(mistake)
            whole = run(PROGRAM, "check", "report.yaml", cwd=self.folder).stderr.decode(errors="replace")
            with self.subTest(mistake):
                self.assertIn(f"[{mistake.split()[0]}]", whole)
                self.assertIn("zqx", whole.lower())
            for command in (*(["build", "--format", form] for form in FORMATS), ["build", "--edition", "public"],
                            ["check", "--edition", "public"], ["dump", "--edition", "public"]):
                with self.subTest(f"{mistake}: {command}"):
                    done = run(PROGRAM, *command, "report.yaml", cwd=self.folder)
                    said = (done.stdout + done.stderr).decode(errors="replace")
                    self.assertIn(mistake.split()[0], said)
                    self.assertIn("is not shown", said)
                    self.assertNotIn("zqx", said.lower())

    def test_a_file_that_is_not_there_is_told_without_the_names_of_others(self):
        sections = f"""
  - plugin: prose
    with: {{{{ body: {{{{ file: {{}}.md }}}} }}}}
  - plugin: prose
    {ACCESS.replace("{", "{{").replace("}", "}}")}
    with: {{{{ body: {{{{ file: ZqxMill.md }}}} }}}}
"""
        for name in "december", "ZgxMill":
            for form in FORMATS:
                with self.subTest(f"{name} in {form}"):
                    self.findings(sections.format(name), "public", form)
                    (self.folder / "ZqxMill.md").write_text("Words\n", encoding="utf-8")
                    done = run(PROGRAM, "build", "report.yaml", "--format", form, cwd=self.folder)
                    said = (done.stdout + done.stderr).decode()
                    self.assertIn("There is no file", said)
                    self.assertIn(f"{name}.md", said)
                    self.assertNotIn("zqx", said.lower())
                    self.assertIn("ZqxMill.md", run(PROGRAM, "check", "report.yaml", cwd=self.folder).stderr.decode())

    def test_mistakes_in_public_sections_are_told_in_full(self):
        said = self.findings(MISTAKES["one-line"].replace("ZqxWhen", "yes") + """\
  - plugin: prose
    titel: ZqxOpen
""", "public", "text")
        self.assertIn("    titel: ZqxOpen", said)
        self.assertNotIn("ZqxTitle", said)

    def test_checking_tells_in_full_what_the_public_edition_hides(self):
        self.findings(MISTAKES["unknown-key"], "public", "text")
        said = run(PROGRAM, "check", "report.yaml", cwd=self.folder).stderr.decode()
        self.assertIn("ZqxKey: ZqxValue", said)
        self.assertNotIn("is not shown", said)


if __name__ == "__main__":
    unittest.main()
