#!/usr/bin/env python3
"""Checks the house's direction: which folder may include which, and which library has which home.

Usage: check_includes.py SOURCE_FOLDER
Prints one line per broken rule and exits with 1, or says how many files it read.
"""
import re
import sys
from pathlib import Path

# core folder -> core folders it may include besides itself and base.
MAY_INCLUDE = {
    "base": set(),
    "model": set(),
    "config": {"model"},
    "data": {"model"},
    "plugin": {"model"},
    "document": {"model", "data"},
    "image": set(),
    "text": {"model"},
    "page": {"text", "image"},
    "layout": {"model", "text", "image", "page"},
    "render": {"model", "text", "image", "page"},
    "lint": {"model", "text"},
    "pipeline": {"model", "config", "data", "plugin", "document", "image", "text", "page", "layout", "lint", "render"},
    "cli": {"pipeline", "plugin", "config", "lint", "model", "text"},
}

# pattern of an include -> where it may stand.
HOMES = {
    r"yaml-cpp/": "core/config/yaml_reader.cpp",
    r"hpdf": "core/render/pdf/",
    r"boost/": "core/plugin/library.cpp",
    r"nlohmann/": "core/base/json.cpp",
    r"CLI/": "core/cli/arguments.cpp",
    r"hb[-.]": "core/text/ core/render/pdf/",
    r"unicode/": "core/text/",
    r"fontconfig/": "core/text/",
    r"cmark": "core/document/",
    r"png\.h": "core/image/",
    r"jpeglib": "core/image/",
    r"libdeflate": "core/render/pdf/",
    r"sqlite3\.h": "core/data/sqlite_library.hpp",
    r"nettle/": "core/base/sha256.cpp",
    r"hunspell/": "core/lint/hunspell.cpp",
    r"mimalloc": "core/base/allocation.cpp",
}

# What the engine and the SDK have in common -> the core folder that may include it.
SHARED = {
    "sheaf/abi.h": "plugin",
    "sheaf/block_kinds.inc": "model",
    "sheaf/limit_words.hpp": "model",
    "sheaf/pattern.hpp": "model",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def core_problem(path, name):
    folder = path.parts[1]
    target = name.split("/")[0] if "/" in name else None
    if target not in MAY_INCLUDE or target in (folder, "base"):
        return None
    return None if target in MAY_INCLUDE[folder] else f"core/{folder} may not include {target}/"


def home_problem(path, name):
    for pattern, homes in HOMES.items():
        if re.match(pattern, name) and not any(str(path).startswith(home) for home in homes.split()):
            return f"only {homes} may include it"
    return None


def problem_of(path, bracket, name):
    top = path.parts[0]
    if top == "core":
        if name.startswith("sheaf/") and name not in SHARED:
            return f"of the SDK the engine sees {' and '.join(SHARED)} only"
        if name.startswith("sheaf/") and path.parts[1] != SHARED[name]:
            return f"only core/{SHARED[name]}/ may include it"
        return home_problem(path, name) or core_problem(path, name)
    if top == "plugins" and not name.startswith("sheaf/"):
        ours = "/" in name and (bracket == '"' or name.split("/")[0] in MAY_INCLUDE)
        return "plugins see the SDK only" if ours else None
    if top == "sdk" and bracket == '"' and not name.startswith("sheaf/"):
        return "the SDK depends on nothing of ours"
    return None


def main(root):
    files = [p for top in ("core", "plugins", "sdk") for p in sorted((root / top).rglob("*.[ch]*"))
             if p.suffix in (".h", ".hpp", ".c", ".cpp")]
    broken = []
    for file in files:
        path = file.relative_to(root)
        for bracket, name in INCLUDE.findall(file.read_text(encoding="utf-8")):
            problem = problem_of(path, bracket, name)
            if problem:
                broken.append(f"{path}: includes {name}: {problem}")
    print("\n".join(broken) if broken else f"{len(files)} files follow the rules")
    return 1 if broken or not files else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
