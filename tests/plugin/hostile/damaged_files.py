"""Plugins whose files are not what they should be: harmless.c's, damaged."""
import json
import os
import shutil
from dataclasses import dataclass
from typing import Callable

CASES = {}
GIGABYTE = 1 << 30


@dataclass
class Case:
    """`make` is given a folder with good plugins and one to fill; `findings` are the ids of all errors."""
    make: Callable
    findings: list
    message: str


def library(source, target):
    shutil.copy(source / "harmless.so", target)


def manifest(source, target, **changes):
    known = json.loads((source / "harmless.plugin.json").read_text())
    (target / "harmless.plugin.json").write_text(json.dumps(known | changes))


def sparse(path, size):
    with open(path, "wb") as file:
        file.truncate(size)


def case(name, findings, message):
    def keep(make):
        CASES[name] = Case(make, findings, message)
    return keep


def bad_manifest(name, message):
    """The library is good, and the manifest, which is written by `write(path, source)`, is not."""
    def keep(write):
        def make(source, target):
            library(source, target)
            write(target / "harmless.plugin.json", source)
        CASES[name] = Case(make, ["malformed-manifest"], message)
    return keep


def bad_library(name, findings, message):
    def keep(write):
        def make(source, target):
            shutil.copy(source / "harmless.plugin.json", target)
            write(target / "harmless.so", source)
        CASES[name] = Case(make, findings, message)
    return keep


bad_manifest("a manifest of 1 GB", "cannot be read")(lambda path, _: sparse(path, GIGABYTE))
bad_manifest("a manifest that is a pipe", "cannot be read")(lambda path, _: os.mkfifo(path))
bad_manifest("a manifest that is a folder", "cannot be read")(lambda path, _: path.mkdir())
bad_manifest("a manifest without end", "cannot be read")(lambda path, _: path.symlink_to("/dev/zero"))
bad_manifest("a manifest of a million brackets", "is no JSON")(lambda path, _: path.write_text("[" * 1_000_000))
bad_manifest("a manifest that is no text", "is no JSON")(lambda path, _: path.write_bytes(bytes(range(128, 256))))
bad_manifest("a manifest of nothing", "is no JSON")(lambda path, _: path.write_text(""))
bad_manifest("a manifest cut off", "is no JSON")(
    lambda path, source: path.write_bytes((source / "harmless.plugin.json").read_bytes()[:100]))
bad_manifest("a manifest with a path as id", "but an id is")(
    lambda path, source: manifest(source, path.parent, id="../../etc/passwd"))

bad_library("a library that is missing", ["plugin-not-loaded"], "harmless")(lambda path, _: None)
bad_library("a library of nothing", ["plugin-not-loaded"], "harmless")(lambda path, _: path.write_text(""))
bad_library("a library of 10 GB", ["plugin-not-loaded"], "harmless")(lambda path, _: sparse(path, 10 * GIGABYTE))
bad_library("a library that is a pipe", ["plugin-not-loaded"], "harmless")(lambda path, _: os.mkfifo(path))
bad_library("a library that is a folder", ["plugin-not-loaded"], "harmless")(lambda path, _: path.mkdir())
bad_library("a library without end", ["plugin-not-loaded"], "harmless")(lambda path, _: path.symlink_to("/dev/zero"))
bad_library("a library cut off", ["plugin-not-loaded"], "harmless")(
    lambda path, source: path.write_bytes((source / "harmless.so").read_bytes()[:5000]))
bad_library("a library with garbage in it", ["plugin-not-loaded"], "harmless")(
    lambda path, source: path.write_bytes((source / "harmless.so").read_bytes()[:64] + os.urandom(20_000)))
bad_library("a library that is no plugin", ["no-plugin"], "is a library, but no section plugin")(
    lambda path, source: shutil.copy(source.parent / "planted.so", path))
bad_library("the library of another plugin", ["manifest-mismatch"], "are not of the same build")(
    lambda path, source: shutil.copy(source / "sleeps.so", path))


@case("a manifest of a later generation", ["newer-plugin"], "was made for a newer Sheaf")
def make_later(source, target):
    library(source, target)
    manifest(source, target, generation=2)


@case("a manifest that says otherwise", ["manifest-mismatch"], "are not of the same build")
def make_other(source, target):
    library(source, target)
    manifest(source, target, title="Quite another")
