#!/usr/bin/env python3
"""Completes command lines in a real zsh on a terminal of its own, and prints each line as it is after the tab.

usage: zsh_completion.py FOLDER_OF_SCRIPTS LINE...
"""
import os
import pty
import select
import sys
import time

# The line goes to the file whose name is in $OUT, from a widget on ^X.
SETUP = r"""
PS1='> '; fpath=("$SCRIPTS" $fpath); autoload -Uz compinit; compinit -D -u
LISTMAX=0; zstyle ':completion:*' menu no; unsetopt auto_menu beep
tell() { print -r -- "$BUFFER" >> "$OUT"; BUFFER=''; }
zle -N tell; bindkey '^X' tell; bindkey '^I' complete-word
print ready >> "$OUT"
"""


def wait_for(out, count, fd):
    """Waits until the file has so many lines; what the terminal shows is read and dropped."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if select.select([fd], [], [], 0.02)[0]:
            os.read(fd, 65536)
        lines = open(out).read().split("\n")[:-1] if os.path.exists(out) else []
        if len(lines) >= count:
            return lines
    return lines


def main():
    scripts, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    out = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"mentor-zsh-{os.getpid()}")
    environment = {**os.environ, "SCRIPTS": scripts, "OUT": out, "TERM": "dumb", "COLUMNS": "200", "LINES": "50"}
    setup = out + ".setup"
    with open(setup, "w") as file:
        file.write(SETUP)
    pid, fd = pty.fork()
    if pid == 0:
        os.execvpe("zsh", ["zsh", "-f", "-i"], environment)
    try:
        os.write(fd, f"source {setup}\n".encode())
        lines = wait_for(out, 1, fd)
        for number, line in enumerate(wanted, 2):
            os.write(fd, line.encode() + b"\t")
            time.sleep(0.3)
            os.write(fd, b"\x18")
            lines = wait_for(out, number, fd)
        print("\n".join(lines[1:]))
    finally:
        os.write(fd, b"\x03exit\n")
        os.close(fd)
        os.waitpid(pid, 0)
        for path in (out, setup):
            if os.path.exists(path):
                os.remove(path)


if __name__ == "__main__":
    main()
