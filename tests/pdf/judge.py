#!/usr/bin/env python3
"""Judges every PDF of a folder by outside tools: veraPDF, qpdf, pdffonts and pdfinfo.

Prints one line for each complaint. Exit code 0: there are PDFs and none has a fault; 1: some fault; 2: a judge is
missing.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FLAVOURS = ("ua1", "2a")  # PDF/UA-1 and PDF/A-2a
UPDATES = os.environ.get("SHEAF_UPDATE_GOLDEN") == "1"
PLAIN_FACTS = {"Tagged": "yes", "Suspects": "no", "Encrypted": "no", "JavaScript": "no", "PDF version": "1.7"}


def run(*command):
    """Exit code, output and errors of a command, in the C locale's UTF-8."""
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", env=environment)
    return done.returncode, done.stdout, done.stderr


def complaints_of_verapdf(pdfs, jars, flavour):
    """One JVM judges all files: starting it takes longer than judging. It compiles plainly, as it ends so soon."""
    _, output, errors = run("java", "-XX:TieredStopAtLevel=1", "-cp", f"{jars}/*",
                            "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "text", "-v",
                            *map(str, pdfs))
    verdicts = dict.fromkeys(map(str, pdfs))
    details = {}
    current = None
    for line in output.splitlines():
        verdict = re.fullmatch(r"(PASS|FAIL|ERROR) (.+) \S+", line.strip())
        if verdict:
            current = verdict[2]
            verdicts[current] = verdict[1]
        elif current and line.strip():
            details.setdefault(current, []).append(line.strip())
    for pdf, verdict in verdicts.items():
        if verdict != "PASS":
            reason = "; ".join(details.get(pdf, [])) or errors.strip() or "no verdict"
            yield f"{pdf}: veraPDF {flavour}: {verdict or 'not judged'}: {reason}"


def complaints_of_qpdf(pdf):
    code, output, errors = run("qpdf", "--check", str(pdf))
    if code != 0:
        yield f"{pdf}: qpdf: {(errors or output).strip()}"


def complaints_of_pdffonts(pdf):
    code, output, errors = run("pdffonts", str(pdf))
    if code != 0 or errors:
        yield f"{pdf}: pdffonts: {errors.strip()}"
    for line in output.splitlines()[2:]:
        columns = re.search(r"(yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", line)
        if not columns or set(columns.groups()) != {"yes"}:
            yield f"{pdf}: pdffonts: not embedded, not a subset or without Unicode: {line.strip()}"


def complaints_of_pdfinfo(pdf):
    code, output, errors = run("pdfinfo", str(pdf))
    if code != 0 or errors:
        yield f"{pdf}: pdfinfo: {errors.strip()}"
    facts = dict(line.split(":", 1) for line in output.splitlines() if ":" in line)
    for name, expected in PLAIN_FACTS.items():
        found = facts.get(name, "").strip()
        if found != expected:
            yield f"{pdf}: pdfinfo: {name} is “{found}”, not “{expected}”"
    if not facts.get("Title", "").strip():
        yield f"{pdf}: pdfinfo: no title"


def complaints_of_struct_text(pdf, goldens):
    """Compares with the golden of the same name, where there is one: structure and text in reading order. Which must
    be there, missing_goldens() says."""
    golden = goldens / f"{pdf.stem}.txt"
    code, output, errors = run("pdfinfo", "-struct-text", str(pdf))
    if code != 0 or errors:
        yield f"{pdf}: pdfinfo -struct-text: {errors.strip()}"
    if not golden.exists():
        return
    if UPDATES:
        golden.write_text(output, encoding="utf-8")
    elif output != golden.read_text(encoding="utf-8"):
        yield f"{pdf}: structure and text differ from {golden}; pdfinfo -struct-text {pdf} shows what is there now"


def missing_goldens(names, goldens):
    """Renewing writes what is missing, too."""
    for name in names:
        golden = goldens / f"{name}.txt"
        if UPDATES:
            golden.touch()
        elif not golden.exists():
            yield f"{golden}: the golden of {name}.pdf is missing; SHEAF_UPDATE_GOLDEN=1 writes it"


def complaints_about(pdf, goldens):
    yield from complaints_of_qpdf(pdf)
    yield from complaints_of_pdffonts(pdf)
    yield from complaints_of_pdfinfo(pdf)
    yield from complaints_of_struct_text(pdf, goldens)


def judge(pdfs, jars, goldens):
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        conformance = [workers.submit(lambda f: list(complaints_of_verapdf(pdfs, jars, f)), f) for f in FLAVOURS]
        files = [workers.submit(lambda p: list(complaints_about(p, goldens)), p) for p in pdfs]
        return [complaint for work in conformance + files for complaint in work.result()]


def missing_tools(jars):
    tools = [tool for tool in ("java", "qpdf", "pdffonts", "pdfinfo") if not shutil.which(tool)]
    if not list(jars.glob("*.jar")):
        tools.append("veraPDF (run tests/pdf/fetch_verapdf.sh build/verapdf)")
    return tools


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verapdf", type=Path, required=True, metavar="LIB", help="folder of veraPDF's jars")
    parser.add_argument("--goldens", type=Path, default=Path("golden/struct-text"), help="NAME.txt for NAME.pdf")
    parser.add_argument("--golden", action="append", default=[], metavar="NAME", help="a golden that must be there")
    arguments = parser.parse_args()
    missing = missing_tools(arguments.verapdf)
    if missing:
        print("missing judges:", ", ".join(missing))
        return 2
    pdfs = sorted(arguments.folder.resolve().glob("*.pdf"))  # veraPDF speaks of absolute paths
    if not pdfs:
        print(f"{arguments.folder}: no PDF to judge")
        return 1
    complaints = list(missing_goldens(arguments.golden, arguments.goldens))
    complaints += judge(pdfs, arguments.verapdf, arguments.goldens)
    for complaint in complaints:
        print(complaint)
    print(f"{len(pdfs)} files, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
