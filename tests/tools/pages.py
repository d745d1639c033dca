"""The commands of the pages, run once more with --format json.

A page (tests/transcripts/*.md, the README of an example) makes files and runs commands on them, as tests/transcripts/runner_test.cpp does.
Here each command is also run in a copy of its folder with --format json, and what both print as JSON is given back.
"""
import json
import pathlib
import shlex
import shutil
import subprocess
import tempfile

DAY = "2026-03-30"  # today, on every page


def fences(text):
    """The words behind the opening of each fenced block, and its lines."""
    fence, info, lines = "", [], []
    for line in text.splitlines():
        if fence and line == fence:
            yield info, lines
            fence = ""
        elif fence:
            lines.append(line)
        elif line.startswith(("```", "~~~")):
            fence = line[: len(line) - len(line.lstrip(line[0]))]
            info, lines = line[len(fence):].split(), []


def make_file(folder, info, lines):
    end = "\r\n" if "crlf" in info[2:] else "\n"
    text = ("\ufeff" if "bom" in info[2:] else "") + "".join(line + end for line in lines)
    path = folder / info[1]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


class Pages:
    def __init__(self, binary):
        self.binary = binary

    def run(self, folder, words):
        days = [] if any(word.startswith("--today") for word in words) else ["--today", DAY]
        done = subprocess.run([self.binary, *words, *days], cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return done.stdout

    def documents_of(self, folder, words):
        """What the command prints as JSON: as it is, and as it would with --format json."""
        asked = [word for word in words if word not in ("-q", "--quiet")]
        with tempfile.TemporaryDirectory() as scratch:
            copy = pathlib.Path(scratch, "journal")
            shutil.copytree(folder, copy, symlinks=True)
            if "--format" not in words:
                yield self.run(copy, [*asked, "--format", "json"])
        yield self.run(folder, words)

    def documents(self, page, journal=None):
        """(command, document) of every JSON document that the page's commands print; `journal` is where they run, else a fresh folder."""
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "journal")
            shutil.copytree(journal, folder, symlinks=True) if journal else folder.mkdir()
            (folder / ".git").mkdir(exist_ok=True)  # the search for a journal upwards ends here
            for info, lines in fences(page.read_text(encoding="utf-8")):
                if info == ["console"]:
                    for line in lines:
                        if line.startswith("$ mentor"):
                            yield from self.printed(folder, line[2:])
                elif len(info) >= 2:
                    make_file(folder, info, lines)

    def printed(self, folder, command):
        for text in self.documents_of(folder, shlex.split(command)[1:]):
            if text.startswith('{"schema": '):
                yield command, json.loads(text)
