#!/usr/bin/env python3
"""Every message is explained, and the examples are real.

Usage: explanations_test.py PROGRAM SOURCE_FOLDER ids
       explanations_test.py PROGRAM SOURCE_FOLDER examples [ID…]

`ids` collects the ids of all messages from the sources and compares them with `sheaf explain`. `examples` checks what
each explanation shows: with the text of "before", `sheaf check` tells that message and no other; with that of "after"
it has nothing to tell. House style does not count: a fragment need not keep it.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

STYLE = "House style and accessibility"  # the lint rules, which tests/unit/lint shows one by one
COMMAND_LINE = "command line"  # the `file` of an example of a command
ID = r'"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"'
EITHER = rf'(?:[^"?;{{}}]*\?\s*{ID}\s*:\s*)?{ID}'

# How a message is made in the sources; each group is an id.
REPORTS = [
    rf'\b(?:error|warning|advice|problem)\(\s*{EITHER}\s*,',
    rf'\b(?:report|tell|(?:findings|found|_)\.push_back)\(\s*\{{\s*{EITHER}\s*,',
    rf'\b(?:YamlFinding|Breach|LoadProblem|SqlProblem|Diagnostic|Finding|Problem)(?:\s+\w+)?\s*\{{\s*{EITHER}\s*,',
    rf'\bkeep\(\s*\w+,\s*\{{\s*{EITHER}\s*,',
    rf'\.id\s*=\s*{EITHER}',
    rf'\bNamedKind\s+\w+\s*\{{\s*"[^"]*",\s*{ID}',
]
# `return {"id", …` is a message only in files that deal in these types.
RETURNED = rf'\breturn\s+\{{\s*{ID}\s*,'
DEALS_IN = re.compile(r'\b(?:YamlFinding|Breach|LoadProblem|SqlProblem)\b')
FROM_SEVERITY = re.compile(r'fmt::format\("([a-z-]+)-\{\}", name_of\(severity\)\)')
LINT_RULE = re.compile(rf'\{{[A-Z]\w+,\s*{ID}\s*,\s*k(?:Off|Advice|Warning|Error)\b')


def ids_in(text):
    found = set()
    patterns = REPORTS + ([RETURNED] if DEALS_IN.search(text) else [])
    for pattern in patterns:
        for match in re.finditer(pattern, text):
            found.update(group for group in match.groups() if group)
    found.update(match[1] for match in LINT_RULE.finditer(text))
    for match in FROM_SEVERITY.finditer(text):
        found.update(f"{match[1]}-{severity}" for severity in ("error", "warning", "advice"))
    return found


def ids_in_sources(sources):
    ids = {}
    for path in sorted([*sources.glob("core/**/*.[ch]pp")]):
        for one in ids_in(path.read_text()):
            ids.setdefault(one, path.relative_to(sources))
    return ids


def ids_in_transcripts(sources):
    """What the program was seen to say: whatever way a message is made, it shows here."""
    told = {}
    for path in sorted(sources.glob("tests/cli/cases/*/transcript")):
        for match in re.finditer(r"^(?:error|warning|advice)\[([a-z0-9-]+)\]", path.read_text(), re.M):
            told.setdefault(match[1], path.relative_to(sources))
    return told


def explanations(program):
    done = subprocess.run([program, "explain", "--format", "json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["messages"]


def check_ids(program, sources):
    explained = [one["id"] for one in explanations(program)]
    told = ids_in_transcripts(sources) | ids_in_sources(sources)
    faults = [f"{where}: {one} is not explained in configs/messages" for one, where in told.items() if one not in explained]
    faults += [f"configs/messages: {one} is explained, but nothing says it" for one in explained if one not in told]
    for fault in faults:
        print(fault)
    print(f"{len(told)} messages, {len(explained)} explanations")
    return len(faults)


def completed(layout):
    """A fragment as a whole layout."""
    if layout.startswith("- "):
        layout = "sections:\n" + "".join(f"  {line}\n" for line in layout.splitlines())
    has = lambda key: re.search(rf"^{key}\b", layout, re.M)
    head = "".join(f"{key}: {value}\n" for key, value in
                   (("sheaf", 1), ("language", "en-GB"), ("title", "Report")) if not has(key))
    tail = "" if has("sections") else "sections:\n  - { plugin: prose, title: Summary, with: { body: All is well. } }\n"
    return head + layout + ("" if layout.endswith("\n") else "\n") + tail


def patched_theme(sources, lines):
    """The house's theme with the lines of an example in place of those with the same name."""
    theme = (sources / "configs/themes/civic.yaml").read_text()
    for line in lines.splitlines():
        name = line.strip().split(":")[0]
        theme = re.sub(rf"^( *){re.escape(name)}:.*$", lambda old: old[1] + line.strip(), theme, count=1, flags=re.M)
    return theme


def content_of(sources, name, text):
    if name == "report.yaml":
        return completed(text).encode()
    if name == "house.yaml":
        return patched_theme(sources, text).encode()
    if name.endswith(".png") and text == "picture":
        return (sources / "tests/cli/cases/images/two-bit.png").read_bytes()
    return text.encode()


def command_of(program, example, text):
    """Of an example of the command line, what is typed there: `sheaf check report.yaml`."""
    if example["file"] != COMMAND_LINE:
        return [program, "check", "report.yaml", "--format", "json", *example.get("options", "").split()]
    return [program, *text.split()[1:], "--format", "json"]


def check_layout(program, sources, style, example, text):
    files = dict(example.get("files", {}))
    if example["file"] != COMMAND_LINE:
        files[example["file"]] = text.replace("→", "\t").replace("⍽", "\u00A0")
    files.setdefault("report.yaml", "theme: house.yaml\n" if example["file"] == "house.yaml" else "")
    if example["id"] != "spelling":  # to load its dictionary takes as long as all the rest
        files.setdefault("sheaf.yaml", "lint: { rules: { spelling: off } }\n")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content_of(sources, name, content))
        done = subprocess.run(command_of(program, example, text), cwd=folder, capture_output=True, text=True, timeout=60)
    try:
        found = {one["id"] for one in json.loads(done.stdout)["diagnostics"]
                 if one["severity"] != "advice" or one["id"] == example["id"]}
        return found - style | (found & {example["id"]})
    except ValueError:
        return {f"exit code {done.returncode}: {done.stderr}{done.stdout}"}


def check_example(program, sources, style, example):
    faults = []
    before = check_layout(program, sources, style, example, example["before"])
    after = check_layout(program, sources, style, example, example["after"])
    if before != {example["id"]}:
        faults.append(f"{example['id']}: before tells {sorted(before)}")
    if after:
        faults.append(f"{example['id']}: after tells {sorted(after)}")
    for fault in faults:
        print(fault)
    return bool(faults)


def check_examples(program, sources, names):
    known = explanations(program)
    style = {one["id"] for one in known if one["group"] == STYLE}
    examples = [one for one in known if "file" in one and (not names or one["id"] in names)]
    failed = sum(check_example(program, sources, style, one) for one in examples)
    print(f"{len(examples) - failed} examples passed, {failed} failed")
    return failed if examples else 1


def main():
    program, sources, what, *names = sys.argv[1:]
    program, sources = str(Path(program).resolve()), Path(sources).resolve()
    failed = check_ids(program, sources) if what == "ids" else check_examples(program, sources, names)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
