#!/usr/bin/env python3
"""Builds reports in which one section is written by a plugin that means harm.

Usage: hostile_test.py PROGRAM PLUGINS WHAT [--pdfs FOLDER] [--sanitized]     WHAT: a group of cases.py, a case, or
       files | in-process | no-landlock | gaps | crowd | batch | all                                (hostile_test.py --list names them)

Each build must end within its limits, with its exit code and with the one error that names plugin, section, owner and
line, or whole; no process, no file, no harm is left behind, and what the others write is the same to the byte.
"""
import errno
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cases import CASES, Case
import damaged_files
from world import HEAD, PLACE, SECRET, Build, Without, World, adopt_orphans, alone, layout, tree

MEGABYTES = 400       # of the engine itself
PRINTED = 4_000_000   # bytes of what it says
NOTES = 20            # lines beside a finding
GROUPS = list(dict.fromkeys(case.group for case in CASES.values())) + ["files", "in-process", "no-landlock", "gaps", "crowd", "batch"]


def general_failures(build, times=1):
    if build.wall > build.world.patience(build.seconds) * times:
        yield f"took {build.wall:.1f} s"
    if build.megabytes > MEGABYTES and not build.world.sanitized:
        yield f"took {build.megabytes:.0f} MB"
    if build.left:
        yield f"left processes behind: {', '.join(build.left)}"
    if len(build.err + build.out) > PRINTED * times:
        yield f"says {len(build.err + build.out)} bytes"
    if SECRET in build.out + build.err:
        yield "gave a secret away"
    if control := re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", build.err + texts(build.result)):
        yield f"sends control characters to the terminal: {control[0]!r}"
    after = tree(build.home)
    written = {str(pdf.relative_to(build.home)) for pdf in build.pdfs}
    if build.plugins != build.world.plugins:
        written.add("cache/sheaf/manifests.cache")  # Sheaf keeps what it had not read before
    if changed := {name for name in build.before.keys() | after.keys() if build.before.get(name) != after.get(name)} - written:
        yield f"changed {', '.join(sorted(changed))}"
    if strays := [str(path) for place in ("/tmp", "/var/tmp", "/dev/shm", "/run") for path in Path(place).glob("sheaf-hostile")]:
        yield f"left {', '.join(strays)}"


def texts(result):
    """All texts of the findings, as a terminal would get them."""
    if isinstance(result, dict):
        return " ".join(texts(value) for value in result.values())
    if isinstance(result, list):
        return " ".join(map(texts, result))
    return result if isinstance(result, str) else ""


def finding_failures(build, case, place=PLACE):
    errors = build.errors()
    if len(errors) != 1:
        yield f"reports {[one['id'] for one in errors]} instead of [{case.finding}]"
        return
    error = errors[0]
    wanted = {"plugin": case.name, "section": "bad", "owner": "The Owner", "line": place[0], "column": place[1]}
    for key, value in wanted.items():
        if error.get(key) != value:
            yield f"reports {key} {error.get(key)} instead of {value}"
    if not re.fullmatch(case.finding, error["id"]):
        yield f"reports {error['id']} instead of {case.finding}"
    if not re.search(rf'plugin "{case.name}"(, [^ ]+,)? {case.message}$', error["message"]) and case.message:
        yield f"says: {error['message']}"
    if len(error.get("notes", [])) > NOTES:
        yield f"{len(error['notes'])} notes"
    if build.code != 1:
        yield f"exit code {build.code} instead of 1"


def harm_failures(build, case):
    lines = [line.removeprefix(f"{case.name}: ") for line in build.err.splitlines() if line.startswith(f"{case.name}: ")]
    for pattern in case.told:
        if not any(re.fullmatch(pattern, line) for line in lines) and not build.isolation:
            yield f"did not print {pattern}"
    for line in lines:
        if line.endswith(": done") and line.removesuffix(": done") not in case.may and "(un)" not in line:
            yield f"could do: {line.removesuffix(': done')}"


def case_failures(build, case):
    yield from general_failures(build)
    yield from harm_failures(build, case)
    whole = not case.finding or (case.else_well and not build.errors())
    if whole:
        if build.code != 0 or build.errors():
            yield f"exit code {build.code} and {[one['message'] for one in build.errors()]} instead of a report"
        elif not build.pdfs or (not case.alters and not case.else_well and build.pdfs[0].read_bytes() != build.world.good):
            yield "the report is not what it would be without harm"
    else:
        yield from finding_failures(build, case)
        if build.pdfs:
            yield "wrote a report"


def run_case(world, name, isolation=""):
    case = CASES[name]
    if world.sanitized and case.plain:
        return name, "skipped: not under sanitizers", [], 0
    if case.caged and not world.caged:
        return name, "skipped: this kernel has no Landlock or no seccomp", [], 0
    build = Build(world, lambda folder: layout(name, folder), case.seconds, isolation).run()
    return verdict(name, build, list(case_failures(build, case)))


def verdict(name, build, failures):
    if failures:
        failures += ["", *build.err[:600].splitlines(), *build.out[:1500].splitlines()]
    build.remove()
    said = ", ".join(one["id"] for one in build.errors()) or "whole"
    return name, f"{build.wall:5.2f} s {build.megabytes:4.0f} MB  {said}", failures, build.wall


def run_without_landlock(world, name):
    """Nothing can be changed where only seccomp can keep a plugin from it."""
    case = CASES[name]
    build = Build(world, lambda folder: layout(name, folder), case.seconds).run(within=Without(Without.LANDLOCK, errno.ENOSYS))
    return verdict(f"{name} without Landlock", build, list(case_failures(build, case)))


def run_with_broken_landlock(world, name):
    """Where a process cannot be confined with what there is, no plugin runs."""
    case = Case(name, "", "plugin-not-loaded", "was not loaded, for its process could not be confined")
    build = Build(world, lambda folder: alone(name, folder)).run(within=Without(Without.RESTRICT, errno.E2BIG))
    return verdict(f"{name} with a broken Landlock", build, [*general_failures(build), *finding_failures(build, case, place=(6, 5))])


def run_in_process(world, name):
    name, said, failures, wall = run_case(world, name, "in-process")
    return f"{name} in process", said, failures, wall


def build_damaged(world, case, text):
    home = Path(tempfile.mkdtemp(prefix="sheaf-hostile-"))
    plugins = home / "plugins"
    plugins.mkdir()
    case.make(world.plugins, plugins)
    return Build(world, text, plugins=plugins, home=home).run()


def damage_failures(build, case, writes):
    yield from general_failures(build)
    found = [(one["id"], one["message"]) for one in build.errors()]
    if build.code != 1 or len(build.pdfs) != writes:
        yield f"exit code {build.code}, {len(build.pdfs)} reports"
    if [one[0] for one in found] != case.findings or not any(re.search(case.message, one[1]) for one in found):
        yield f"reports {found} instead of {case.findings}, {case.message}"


def run_file(world, name):
    """A plugin whose files are damaged, beside sound ones: alone, and in a batch with a gap, where no other is missing."""
    case = damaged_files.CASES[name]
    build = build_damaged(world, case, lambda folder: layout("harmless", folder))
    failures = list(damage_failures(build, case, writes=0))
    good = "".join(f"  - {{ plugin: prose, with: {{ body: Good section {i}. }} }}\n" for i in range(100))
    batch = build_damaged(world, case, lambda folder: layout("harmless", folder, head="on_error: gap\n") + good)
    words = text_of(batch.pdfs[0]) if batch.pdfs else ""
    failures += [f"in a batch: {one}" for one in damage_failures(batch, case, writes=1)]
    failures += [f"good section {i} is missing" for i in range(100) if f"Good section {i}." not in words]
    batch.remove()
    return verdict(name, build, failures)


def run_gap(world, name):
    """With `on_error: gap` the report is written, labelled where the section would be, and goes to the judges."""
    case = CASES[name]
    build = Build(world, lambda folder: layout(name, folder, more="    title: A title\n    on_error: gap\n"), case.seconds).run()
    failures = [*general_failures(build), *finding_failures(build, case)]
    if len(build.pdfs) != 1:
        failures.append("wrote no report")
    else:
        words = text_of(build.pdfs[0])
        failures += [f"the report does not say: {one}" for one in ("The first.", "A title", "The Owner", "The second.", "The third.")
                     if one not in words]
        if world.pdfs:
            shutil.copy(build.pdfs[0], Path(world.pdfs) / f"hostile-gap-{name}.pdf")
    return verdict(f"{name} as a gap", build, failures)


def text_of(pdf):
    return " ".join(subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, text=True).stdout.split())


def run_crowd(world, _):
    """Many libraries that need no more than their share are not late because there are many."""
    home = Path(tempfile.mkdtemp(prefix="sheaf-hostile-"))
    plugins = home / "plugins"
    plugins.mkdir()
    names = [f"burns-{i:02}" for i in range(min(100, 30 * (os.cpu_count() or 1)))]
    for name in names:
        for ending in (".so", ".plugin.json"):
            (plugins / (name + ending)).write_bytes((world.plugins / ("burns-00" + ending)).read_bytes().replace(b"burns-00", name.encode()))
    sections = "".join(f"  - {{ plugin: {name}, with: {{ text: x }} }}\n" for name in names)
    build = Build(world, f"{HEAD}sections:\n{sections}", seconds=2, plugins=plugins, home=home).run()
    failures = [*general_failures(build, times=2), *(error["message"] for error in build.errors())]
    if not build.pdfs:
        failures.append("wrote no report")
    return verdict(f"a crowd of {len(names)}", build, failures)


def run_batch(world, _):
    """Each kind of harm once, among as many good sections: of these, none is missing."""
    bad = [case for case in CASES.values() if not (world.sanitized and case.plain) and not (case.caged and not world.caged)]

    def text(folder):
        sections = "".join(f"  - {{ plugin: prose, with: {{ body: Good section {i}. }} }}\n"
                           f"  - {{ id: bad-{case.name}, plugin: {case.name}, owner: The Owner, with: {{ text: {folder} }} }}\n"
                           for i, case in enumerate(bad))
        return HEAD + "on_error: gap\nsections:\n" + sections + "  - { plugin: prose, with: { body: The end. } }\n"

    build = Build(world, text, seconds=6).run("--max-findings", "0")
    failures = list(general_failures(build, times=2))  # those that use processors wait for each other
    words = text_of(build.pdfs[0]) if build.pdfs else ""
    failures += [f"good section {i}, before {case.name}, is missing" for i, case in enumerate(bad)
                 if f"Good section {i}." not in words]
    found = {error["section"].removeprefix("bad-"): error for error in build.errors()}
    for case in bad:
        error = found.pop(case.name, None)
        if bool(error) != bool(case.finding) and not case.else_well and case.seconds <= 10:
            failures.append(f"{case.name}: {error and error['message']}")
        if error and not re.fullmatch(f"{case.finding}|plugin-timeout", error["id"]):
            failures.append(f"{case.name}: {error['id']}")
        if error and (error["plugin"], error["owner"]) != (case.name, "The Owner"):
            failures.append(f"{case.name}: {error}")
    failures += [f"{name}: {error}" for name, error in found.items()]
    if "The end." not in words or build.code != 1:
        failures.append(f"exit code {build.code}")
    return verdict(f"a batch of {len(bad)} among {len(bad) + 1}", build, failures)


def tasks_of(what):
    if what == "files":
        return [(run_file, name) for name in damaged_files.CASES]
    if what == "in-process":
        return [(run_in_process, case.name) for case in CASES.values() if case.in_process]
    if what == "no-landlock":
        broken = [(run_with_broken_landlock, "harmless")]
        return broken + [(run_without_landlock, name) for name in ("writes-to-folder", "fills-tmp", "watches-files")]
    if what == "gaps":
        return [(run_gap, name) for name in ("segfault", "sleeps", "million-deep")]
    if what == "crowd":
        return [(run_crowd, "")]
    if what == "batch":
        return [(run_batch, "")]
    return [(run_case, case.name) for case in CASES.values() if what in (case.group, case.name)]


def perform(world, function, name):
    adopt_orphans()
    try:
        return function(world, name)
    except Exception as error:  # a failure of the test is one of the case
        return name, "broken", [repr(error)], 0


def main():
    if "--list" in sys.argv:
        return print("\n".join(GROUPS))
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    pdfs = words.pop(words.index(sys.argv[sys.argv.index("--pdfs") + 1])) if "--pdfs" in sys.argv else None
    world = World(words[0], words[1], "--sanitized" in sys.argv, pdfs)
    try:
        return run_all(world, words[2:] or ["all"])
    finally:
        shutil.rmtree(world.cache, ignore_errors=True)


def run_all(world, wanted):
    world.harmless()
    tasks = [task for what in wanted for group in (GROUPS if what == "all" else [what]) for task in tasks_of(group)]
    waits = all(name in CASES and CASES[name].group in ("hangs", "frames") for _, name in tasks)  # so all at once
    with multiprocessing.get_context("fork").Pool(len(tasks) if waits else 3) as pool:
        results = [pool.apply_async(perform, (world, *task)) for task in tasks]
        bad = 0
        for name, said, failures, _ in (one.get() for one in results):
            bad += bool(failures)
            print(f"{'FAILED' if failures else 'ok':7}{name:28} {said}", *failures, sep="\n         " if failures else "", flush=True)
    print(f"{len(tasks) - bad} of {len(tasks)}")
    return 1 if bad or not tasks else 0


if __name__ == "__main__":
    sys.exit(main())
