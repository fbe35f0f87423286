#!/usr/bin/env python3
"""What the program prints to a terminal: lines of its width, colours unless NO_COLOR, and a question before it writes.

Usage: terminal_test.py PROGRAM
"""
import fcntl
import os
import pty
import re
import struct
import sys
import tempfile
import termios
import unittest
from pathlib import Path

LAYOUT = """sheaf: 1
titel: Report
language: en-GB
sections:
  - plugin: prose
    title: A title that goes on and on for ever and ever, so that this line must be cut around the caret: and more
    with: { body: All is well. }
"""


def run(program, folder, columns, arguments, typed=b"", **environment):
    """What comes out of a terminal that is so wide, and the exit code."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update({"TERM": "xterm", "XDG_CACHE_HOME": str(folder), **environment})
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.execv(program, [program, *arguments])
    os.write(terminal, typed)
    out = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        out += piece
    return out.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Terminal(unittest.TestCase):
    program = ""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.layout = Path(self.folder.name) / "report.yaml"
        self.layout.write_text(LAYOUT)

    def tearDown(self):
        self.folder.cleanup()

    def run_program(self, columns, *arguments, typed=b"", **environment):
        return run(self.program, self.folder.name, columns, arguments, typed, **environment)

    def test_no_line_is_wider_than_the_terminal(self):
        for columns in (50, 80):
            out, _ = self.run_program(columns, "check", "report.yaml")
            plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
            self.assertLessEqual(max(map(len, plain.splitlines())), columns, plain)

    def test_a_source_line_is_cut_around_its_caret(self):
        out, _ = self.run_program(60, "check", "report.yaml", NO_COLOR="1")
        lines = out.splitlines()
        cut = next(i for i, line in enumerate(lines) if line.startswith("6 | …"))
        self.assertEqual(lines[cut][lines[cut + 1].index("^")], ":")

    def test_colours_unless_no_color_is_set(self):
        self.assertIn("\x1b[1;31merror[unknown-key]", self.run_program(80, "check", "report.yaml")[0])
        self.assertNotIn("\x1b", self.run_program(80, "check", "report.yaml", NO_COLOR="1")[0])

    def test_formats_for_tools_are_neither_coloured_nor_wrapped(self):
        out, _ = self.run_program(50, "check", "report.yaml", "--format", "github")
        self.assertNotIn("\x1b", out)
        self.assertTrue(all(line.startswith("::") for line in out.splitlines()), out)

    def test_fix_asks_and_writes_nothing_without_a_yes(self):
        out, _ = self.run_program(80, "fix", "report.yaml", typed=b"n\n")
        self.assertIn("Apply these changes? [y/N]", out)
        self.assertEqual(self.layout.read_text(), LAYOUT)

    def test_fix_writes_after_a_yes(self):
        _, code = self.run_program(80, "fix", "report.yaml", typed=b"y\n")
        self.assertEqual(code, 0)
        self.assertTrue(self.layout.read_text().startswith("sheaf: 1\ntitle: Report\n"))


if __name__ == "__main__":
    Terminal.program = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
