#!/usr/bin/env python3
"""Holds Sheaf's JSON Schemas to its own checks, with outside judges.

Usage: agreement_test.py PROGRAM SOURCE_FOLDER JUDGES PLUGIN_FOLDER

Every file in good/ and bad/, and every layout of the examples, goes both to `sheaf check` and, by the schema that `sheaf
schema` prints, to the judges of judge.js. All must say the same. The first comment lines of a fixture may say
  # kind: layout | base | theme | project | plugin ID | data ID PARAMETER    what it is; layout unless said
  # instead of: LINE               of a theme: the file is civic.yaml with this line replaced by the fixture's lines
  # finds: ID                      the finding that `sheaf check` must make of a bad file
  # schema: cannot tell WHY        bad, but no schema can see it; counted and listed
No layout of tests/cli in which `sheaf check` finds nothing may be marked by a judge; the examples and defaults that the schemas give
must fit them.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HEAD = 'sheaf: 1\ntitle: A report\nlanguage: en-GB\nsections:\n'
PROSE = '  - plugin: prose\n    with: { body: Words }\n'


class Fixture:
    def __init__(self, path, good):
        self.path, self.good = path, good
        said = {}
        for line in path.read_text(errors="replace").splitlines():
            if not line.startswith("#"):
                break
            key, _, value = line[1:].partition(":")
            said[key.strip()] = value.removeprefix(" ").rstrip()
        self.kind = said.get("kind", "layout")
        self.through = None  # a layout that takes the file, in place of one made here
        self.instead_of = said.get("instead of")
        self.finds = said.get("finds")
        self.blind = said.get("schema", "").removeprefix("cannot tell").strip(" ,:;") if "schema" in said else None

    def schema_arguments(self):
        return ["layout"] if self.kind == "base" else self.kind.split()

    def layout(self):
        """The text of a layout that makes `sheaf check` read the fixture; nothing: it is one itself."""
        kind, *names = self.kind.split()
        if kind == "base":
            return f"based_on: {self.path.name}\nmeeting: {{ date: 2020-11-25 }}\n" + HEAD + PROSE
        if kind == "theme":
            return f"theme: {self.path.name}\n" + HEAD + PROSE
        if kind == "plugin" and (self.path.parent.parent / "whole" / f"{names[0]}.yaml").is_file():
            part = f"parts: {{ whole: {{ plugin: {names[0]}, from: ../whole/{names[0]}.yaml }} }}\n"
            return part + HEAD + f"  - use: whole\n    title: Whole\n    id: whole\n    from: {self.path.name}\n"
        if kind == "plugin":
            return HEAD + f"  - plugin: {names[0]}\n    from: {self.path.name}\n"
        if kind == "data":
            return f"data: {{ rows: {self.path.name} }}\n" + HEAD + f"  - plugin: {names[0]}\n    with: {{ {names[1]}: {{ data: rows }} }}\n"
        if kind == "project":
            return HEAD + PROSE
        return None


def as_theme(fixture, civic, folder):
    """The whole theme that the fixture stands for, as a file of its own."""
    text = civic.read_text()
    line = f"{fixture.instead_of}\n"
    assert text.count(line) == 1, f"{fixture.path}: civic.yaml has {text.count(line)} lines {line}"
    lines = [one for one in fixture.path.read_text().splitlines(True) if not one.startswith("#")]
    whole = folder / fixture.path.name
    whole.write_text(text.replace(line, "".join(lines)))
    fixture.path = whole


class World:
    def __init__(self, program, plugins, scratch):
        self.program, self.plugins, self.scratch = program, plugins, Path(scratch)
        self.schemas = {}

    def run(self, *arguments):
        env = dict(os.environ, XDG_CACHE_HOME=os.environ.get("SHEAF_TEST_CACHE", str(self.scratch)), LANG="C.UTF-8")
        return subprocess.run([self.program, *arguments, "--plugin-path", self.plugins], capture_output=True, text=True, env=env, timeout=60)

    def schema(self, arguments):
        name = "-".join(arguments)
        if name not in self.schemas:
            done = self.run("schema", *arguments)
            assert done.returncode == 0, done.stderr
            self.schemas[name] = self.scratch / f"{name}.schema.json"
            self.schemas[name].write_text(done.stdout)
        return str(self.schemas[name])

    def as_project(self, fixture):
        """A folder of its own with the fixture as its sheaf.yaml."""
        folder = self.scratch / f"project-{fixture.path.parent.name}-{fixture.path.stem}"
        folder.mkdir()
        shutil.copy(fixture.path, folder / "sheaf.yaml")
        return folder

    def findings(self, fixture):
        """The ids of the errors that `sheaf check` finds."""
        text, layout = fixture.layout(), fixture.path
        if fixture.through:
            text, layout = None, fixture.through
        if text is not None:
            layout = fixture.path.parent / f".check-{fixture.path.name}"
            layout.write_text(text)
        if fixture.kind == "project":
            layout = self.as_project(fixture) / "report.yaml"
            layout.write_text(text)
        done = self.run("check", str(layout), "--format", "json")
        assert done.returncode in (0, 1, 3), f"{fixture.path}: {done.stderr}{done.stdout}"
        found = json.loads(done.stdout)["diagnostics"]
        if fixture.good is None:
            return [one["id"] for one in found]  # where Sheaf forgives YAML with a warning, an editor may say more
        # What a plugin makes of its values is its own affair.
        return [one["id"] for one in found if one["severity"] == "error" and one["id"] != "section-error"]


def only_everything(plugins, scratch):
    """The one plugin of tests/plugin that has every kind of parameter, without those that are wrong on purpose."""
    folder = Path(scratch) / "plugins"
    folder.mkdir()
    for name in ("everything.so", "everything.plugin.json"):
        (folder / name).symlink_to((Path(plugins) / name).resolve())
    return folder


def judge(judges, cases):
    script = Path(__file__).parent / "judge.js"
    done = subprocess.run(["node", str(script), str(Path(judges) / "node_modules")], input=json.dumps(cases),
                          capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def problems(fixture, found, verdict):
    """What is wrong with how the fixture was taken."""
    wrong = []
    if fixture.good and found:
        wrong.append(f"should be good, but sheaf check finds {found}")
    if fixture.good is None:  # a file of another test: what sheaf check takes, an editor must not mark
        return [] if found else [f"{name} marks it: {said[:3]}" for name, said in verdict.items() if said]
    if not fixture.good and not found:
        wrong.append("should be bad, but sheaf check finds nothing")
    if not fixture.good and fixture.finds and fixture.finds not in found:
        wrong.append(f"sheaf check should find {fixture.finds}, but finds {found}")
    should_pass = fixture.good or fixture.blind is not None
    for name, complaints in verdict.items():
        if should_pass and complaints:
            wrong.append(f"{name} should take it, but says {complaints[:3]}")
        if not should_pass and not complaints:
            wrong.append(f"{name} should mark it, but takes it")
    return wrong


def fixtures(source):
    here = source / "tests" / "schema"
    for folder, good in (("good", True), ("bad", False)):
        for path in sorted((here / folder).glob("*.yaml")):
            yield Fixture(path, good)
    people = source / "examples" / "nottingham" / "people"
    for path in sorted(people.glob("*/report.yaml")):
        yield Fixture(path, True)
    init = source / "configs" / "init"
    for path, kind in ((people / "monthly.yaml", "base"), (init / "monthly.yaml", "base"), (init / "sheaf.yaml", "project"),
                       (init / "2021-01/report.yaml", "layout"), (source / "configs/themes/civic.yaml", "theme"),
                       (source / "examples/nottingham/sheaf.yaml", "project"),
                       (source / "tests/golden/sixty-pages/report.yaml", "layout")):
        fixture = Fixture(path, True)
        fixture.kind = kind
        yield fixture
    for month in sorted(people.glob("20*")):
        for name, plugin in re.findall(r"plugin: (\S+)[^-]*?from: (\S+)", (month / "report.yaml").read_text()):
            fixture = Fixture(month / plugin, True)
            fixture.kind = f"plugin {name}"
            fixture.through = month / "report.yaml"
            yield fixture
    for path in sorted((source / "tests/cli/cases").glob("*/*.yaml")):
        if "sections:" in path.read_text(errors="replace"):
            yield Fixture(path, None)


def main():
    program, source, judges, plugins = sys.argv[1:]
    if not (Path(judges) / "node_modules").is_dir():
        sys.exit(f"The judges are missing: run tests/schema/fetch_judges.sh {judges}")
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for folder in ("tests/schema", "examples", "configs", "tests/golden/sixty-pages", "tests/cli/cases"):
            shutil.copytree(Path(source) / folder, Path(scratch) / folder, symlinks=True)
        all_fixtures = list(fixtures(Path(scratch)))
        world = World(program, only_everything(plugins, scratch), scratch)
        for one in all_fixtures:
            if one.instead_of:
                as_theme(one, Path(scratch) / "configs/themes/civic.yaml", Path(scratch))
        cases = [{"schema": world.schema(one.schema_arguments()), "file": str(one.path)} for one in all_fixtures]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(world.findings, all_fixtures)
            verdicts = judge(judges, cases)
        for line in verdicts.pop():
            failed += 1
            print(line)
        for one, ids, verdict in zip(all_fixtures, found, verdicts):
            wrong = problems(one, ids, verdict)
            failed += bool(wrong)
            for line in wrong:
                print(f"{one.path.parent.name}/{one.path.name}: {line}")
    good = sum(one.good is True for one in all_fixtures)
    bad = sum(one.good is False for one in all_fixtures)
    blind = [one for one in all_fixtures if one.blind is not None]
    print(f"{good} good, {bad} bad, of which no schema can tell {len(blind)}:")
    for one in blind:
        print(f"  {one.path.name}: {one.blind}")
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
