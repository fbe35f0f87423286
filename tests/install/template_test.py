#!/usr/bin/env python3
"""What an author of plugins does first, with the installed packages alone: `sheaf plugin new`, its CI script, which
builds, tests and checks, and a preview. Usage: template_test.py PREFIX COMPILER FOLDER PDF_FOLDER"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

ID = "bus-routes"


def run(command, folder, env):
    done = subprocess.run(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}"
    return done.stdout


def environment(prefix, compiler):
    keep = {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    return keep | {"PATH": f"{prefix}/bin:/usr/bin:/bin", "CXX": compiler, "LANG": "C.UTF-8", "HOME": "/nonexistent"}


def check_names(project):
    """Nothing of the template's own name is left, in no spelling."""
    for path in project.rglob("*"):
        for name in ("your-section", "your_section", "Your section"):
            assert name not in path.name, path
            assert path.is_dir() or name not in path.read_text(), f"{name} in {path}"


def exported(library):
    names = run(["nm", "-D", "--defined-only", str(library)], ".", None).split("\n")
    return [line.split()[-1].partition("@")[0] for line in names if line]


def main():
    prefix, compiler, folder, pdfs = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    project, env = Path(folder) / ID, environment(prefix, compiler)
    made = run(["sheaf", "plugin", "new", ID, "--in", folder], ".", env)
    assert "cmake --workflow --preset default\n  sheaf plugin preview . --with params.yaml\n" in made, made
    check_names(project)

    built = run(["sh", "ci.sh"], project, env)  # the workflow above, and the checks
    assert "warning:" not in built, built
    assert "100% tests passed" in built, built
    assert ": 0 failed, 0 with a warning" in built, built
    assert exported(project / f"build/{ID}.so") == ["sheaf_section_entry_1"]

    seen = run(["sheaf", "plugin", "preview", ".", "--with", "params.yaml"], project, env)
    assert "warning" not in seen, seen
    shutil.copy(project / f"{ID}.pdf", Path(pdfs) / f"template-{Path(compiler).name}.pdf")


if __name__ == "__main__":
    main()
