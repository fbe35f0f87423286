#!/usr/bin/env python3
"""Usage: completion_test.py PROGRAM SHELL: the Tab key, pressed in a real shell on a terminal of its own.

Each case is a line typed, and what the line is after Tab. bash, zsh and fish must all do the same.
"""
import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# What is typed, and what the shell then makes of it. A unique answer is completed in place.
CASES = [
    ("sheaf bui", "sheaf build "),
    ("sheaf build --ou", "sheaf build --output "),
    ("sheaf dump x.yaml --stage pa", "sheaf dump x.yaml --stage pages "),
    ("sheaf plugins show ofs", "sheaf plugins show ofsted-update "),
    ("sheaf schema plugin cov", "sheaf schema plugin cover "),
    ("sheaf build rep", "sheaf build report.yaml "),
    ("sheaf build --output fol", "sheaf build --output folder/"),
    ("sheaf completion fi", "sheaf completion fish "),
]
PROMPT = "READY>"


def start(shell, script):
    if shell == "bash":
        return ["bash", "--norc", "--noprofile", "-i"], f"PS1='{PROMPT}'; bind 'set bell-style none'; source {script}\n"
    if shell == "zsh":
        begin = f"PS1='{PROMPT}'; PROMPT_SP=; unsetopt prompt_cr zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; source {script}\n"
        return ["zsh", "-f", "-i"], begin
    raise ValueError(shell)


class Terminal:
    """A shell with a terminal; what it shows is read until it has been quiet for a while."""

    def __init__(self, command, folder, env):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, env)

    def send(self, text):
        os.write(self.fd, text.encode())

    def read(self, wanted, limit=20.0):
        shown, end = "", time.monotonic() + limit
        while time.monotonic() < end:
            if select.select([self.fd], [], [], 0.1)[0]:
                try:
                    shown += os.read(self.fd, 65536).decode(errors="replace")
                except OSError:
                    break
            if wanted in visible(shown):
                break
        return visible(shown)

    def close(self):
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def visible(text):
    """Without the signs that move the cursor and colour."""
    return re.sub(r"\x1b(\[[0-9;?]*[A-Za-z=>]|[=>()][A-Z0-9]?)|[\r\x07\x08]", "", text)


def by_terminal(shell, folder, env, script):
    wrong = []
    for typed, completed in CASES:
        command, begin = start(shell, script)
        terminal = Terminal(command, folder, env)
        terminal.send(begin)
        terminal.read(PROMPT + " never", limit=1.0)
        terminal.send(f"{typed}\t")
        shown = terminal.read(completed)
        if completed not in shown:
            wrong.append(f"{typed}: {shown[-200:]!r}")
        terminal.send("\x03exit\n")
        terminal.close()
    return wrong


def by_fish(folder, env, script):
    """fish says itself what it would complete."""
    wrong = []
    for typed, completed in CASES:
        answer = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C '{typed}'"], cwd=folder, env=env,
                                capture_output=True, text=True, timeout=60)
        words = [line.split("\t")[0] for line in answer.stdout.splitlines()]
        wanted = completed.split()[-1]
        if words != [wanted]:
            wrong.append(f"{typed}: {words} {answer.stderr}")
    return wrong


def main():
    program, shell = Path(sys.argv[1]).resolve(), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        env = {"PATH": f"{program.parent}:/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm", "ZDOTDIR": folder}
        env |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
        script = Path(folder) / f".script.{shell}"
        script.write_bytes(subprocess.run([program, "completion", shell], check=True, capture_output=True).stdout)
        (Path(folder) / "report.yaml").touch()
        (Path(folder) / "report.md").touch()
        (Path(folder) / "folder").mkdir()
        wrong = by_fish(folder, env, script) if shell == "fish" else by_terminal(shell, folder, env, script)
    for line in wrong:
        print(line)
    print(f"{len(CASES) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
