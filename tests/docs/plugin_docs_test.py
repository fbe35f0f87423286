#!/usr/bin/env python3
"""Follows a page of docs/plugins to the letter, with the installed packages alone.

Usage: plugin_docs_test.py PREFIX PAGE FOLDER PDF_FOLDER

Every code block is put to use, in the page's order, in a folder of its own:
  <!-- file: NAME -->          the block that follows is written to that file
  <!-- file: NAME (a comment that goes on) -->   so is what stands in the comment, which readers do not see
  ```sh                        is run; after <!-- fails --> it must fail. Lines of sudo are left out, --watch is cut off
  ```text                      must have been printed by the last block that was run
  anything else                must stand, as it is, in one of the files that are there by then
The PDFs that it made are left in PDF_FOLDER for the judges. All C++ that was written and that nothing compiled is compiled at the end, as a plugin author would.
"""
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

PIECE = re.compile(r"^<!-- file: (\S+)( -->)?\n(.*?)(?=^```|^-->)|^<!-- (fails) -->\n|^```(\w+)\n(.*?)^```$", re.M | re.S)


class Page:
    def __init__(self, prefix, folder):
        self.folder, self.here = folder, folder
        self.env = {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
        self.env |= {"PATH": f"{prefix}/bin:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8",
                     "PKG_CONFIG_PATH": f"{prefix}/share/pkgconfig"}
        self.printed, self.file, self.must_fail, self.compiled = "", None, False, ""

    def follow(self, text):
        for piece in PIECE.finditer(text):
            name, open_end, hidden, fails, language, block = piece.groups()
            if name and open_end:
                self.file = name
            elif name:
                self.write(name, hidden)
            elif fails:
                self.must_fail = True
            else:
                self.use(language, block)

    def use(self, language, block):
        if self.file:
            self.write(self.file, block)
            self.file = None
        elif language == "sh":
            self.run(block)
        elif language == "text":
            assert block in self.printed, f"not printed:\n{block}\nbut:\n{self.printed}"
        else:
            self.find(block)

    def write(self, name, text):
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run(self, block):
        lines = [line.replace(" --watch", "") for line in block.splitlines() if not line.startswith("sudo ")]
        self.compiled += block
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", "\n".join(lines + ["pwd > $HOME/.here"])], cwd=self.here,
                              env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.printed = done.stdout
        assert (done.returncode != 0) == self.must_fail, f"exit code {done.returncode}:\n{block}\n{done.stdout}"
        if not self.must_fail:
            self.here = Path((self.folder / ".here").read_text().strip())
        self.must_fail = False

    def find(self, block):
        wanted = textwrap.dedent(block).strip()
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and path.suffix in (".cpp", ".c", ".yaml", ".txt", ".csv", ".json", ".build", ".rs", ".md"):
                text = "\n".join(line.strip() for line in path.read_text().splitlines())
                if "\n".join(line.strip() for line in wanted.splitlines()) in text:
                    return
        raise AssertionError(f"stands in no file:\n{block}")

    def compile_rest(self):
        """What neither CMake nor a command of the page has compiled."""
        for path in sorted(self.folder.rglob("*.cpp")):
            lists = path.parent / "CMakeLists.txt"
            if path.name in self.compiled or (lists.exists() and path.name in lists.read_text()):
                continue
            if "CMakeFiles" in path.parts:
                continue
            self.run(f"g++ -std=c++20 -Wall -Wextra -Werror -fsyntax-only $(pkg-config --cflags sheaf) {path}")

    def leave_pdfs(self, name, shelf):
        for path in sorted(self.folder.rglob("*.pdf")):
            shutil.copy(path, shelf / "-".join(("docs", name, *path.relative_to(self.folder).parts)))


def main():
    prefix, source, folder, shelf = (Path(argument).resolve() for argument in sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    page = Page(prefix, folder)
    page.follow(source.read_text())
    page.compile_rest()
    page.leave_pdfs(source.stem, shelf)


if __name__ == "__main__":
    main()
