#!/usr/bin/env python3
"""The Debian packages: what they say of themselves, and what is in them.
Usage: packages_test.py CPACK CONFIG FOLDER"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

LIBRARIES = ["libc6", "libstdc++6", "libfmt9", "libharfbuzz0b", "libhpdf-2.3.0", "libicu72", "libpng16-16"]
OPENED = ["libfontconfig1", "libnettle8", "libsqlite3-0", "fonts-open-sans", "fonts-dejavu-core", "fonts-noto-core"]
PROGRAM = """bin/sheaf libexec/sheaf/sheaf-host libexec/sheaf/sheaf-check lib/sheaf/plugins/cover.so lib/sheaf/plugins/cover.plugin.json
share/sheaf/themes/civic.yaml share/sheaf/lint/gov-uk.yaml share/sheaf/messages/10-yaml.yaml share/sheaf/init/sheaf.yaml
share/man/man1/sheaf.1.gz share/man/man1/sheaf-plugin.1.gz share/bash-completion/completions/sheaf
share/zsh/site-functions/_sheaf share/fish/vendor_completions.d/sheaf.fish share/doc/sheaf/copyright
share/doc/sheaf/changelog.gz share/doc/sheaf/administrator.md share/doc/sheaf/reference/layout.md
share/doc/sheaf/examples/nottingham/people/2020-11/report.yaml""".split()
SDK = """include/sheaf/abi.h include/sheaf/plugin.hpp share/cmake/Sheaf/SheafConfig.cmake
share/cmake/Sheaf/sheaf_plugin.version share/pkgconfig/sheaf.pc share/sheaf/template/CMakeLists.txt
share/sheaf/template/.github/workflows/ci.yml share/doc/sheaf-dev/copyright share/doc/sheaf-dev/changelog.gz
share/doc/sheaf-dev/plugins/README.md
share/doc/sheaf-dev/plugins/tutorial.md share/doc/sheaf-dev/plugin-checks.md
share/doc/sheaf-dev/examples/c-section/opening_hours.c""".split()


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}"
    return done.stdout


def field(package, name):
    return run("dpkg-deb", "--field", str(package), name).strip()


def contents(package):
    """Files as (mode, owner, path below /usr), folders left out."""
    rows = [line.split(None, 5) for line in run("dpkg-deb", "--contents", str(package)).splitlines()]
    return {row[5].removeprefix("./usr/"): (row[0], row[1]) for row in rows if not row[0].startswith("d")}


def check_files(name, files, wanted):
    for path in wanted:
        assert path in files, f"{name} lacks {path}"
    for path, (mode, owner) in files.items():
        assert owner == "root/root", f"{path} belongs to {owner}"
        assert not path.startswith("./"), f"{path} lies outside /usr"
        runs = path in ("bin/sheaf", "libexec/sheaf/sheaf-host", "libexec/sheaf/sheaf-check")
        assert mode == ("-rwxr-xr-x" if runs else "-rw-r--r--"), f"{path} is {mode}"


def check_program(package):
    depends = re.split(r", | \([^)]*\)", field(package, "Depends"))
    for library in LIBRARIES + OPENED:
        assert library in depends, f"sheaf does not depend on {library}: {depends}"
    assert not [name for name in depends if "boost" in name or name.endswith("-dev")], depends
    assert field(package, "Description").splitlines()[1].startswith(" Sheaf assembles")
    files = contents(package)
    check_files("sheaf", files, PROGRAM)
    assert not [path for path in files if path.startswith(("include/", "share/sheaf/template"))]
    assert not [path for path in files if path.startswith("share/man/") and not path.endswith(".gz")]


def check_sdk(package):
    assert field(package, "Depends") == f"sheaf (>= {field(package, 'Version')})"
    files = contents(package)
    check_files("sheaf-dev", files, SDK)
    assert not [path for path in files if path.endswith((".so", ".a"))], "it holds for all architectures"


def main():
    cpack, config, folder = sys.argv[1:]
    shutil.rmtree(folder, ignore_errors=True)
    run(cpack, "-G", "DEB", "--config", config, "-B", folder)
    packages = sorted(Path(folder).glob("*.deb"))
    assert [package.name.split("_")[0] for package in packages] == ["sheaf-dev", "sheaf"], packages
    check_sdk(packages[0])
    check_program(packages[1])


if __name__ == "__main__":
    main()
