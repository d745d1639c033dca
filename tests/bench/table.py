#!/usr/bin/env python3
"""Measures a mentor binary against its performance goals and prints them as a table, rows A to H.

  tests/bench/table.py --binary build/release/mentor [--pairs 10000] [--runs 7] [--only A,B,H]

CPU figures are medians of alternating pairs of runs on one thread, user + system, warm page cache; instructions are
callgrind's. `goal` is where the program is to arrive, `stage` what this stage must reach. Every row ends in ok (goal
reached), stage (only the stage's goal), miss, or skipped (a peer is not installed). Exit status: 1 after a miss or a failure.
"""
import argparse
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
import measure

PEERS = measure.HERE / "peers"
LAYOUTS = ("a-yaml", "a-md", "b")
SLACK = 1.5  # what this stage may cost more in rows A to D and H
STARTS = 300  # runs of a program that does nearly nothing


@dataclass
class Bench:
    binary: Path
    data: Path
    pairs: int
    runs: int
    peer_runs: int

    def journal(self, layout, pairs=None):
        return measure.journal(self.data, layout, pairs or self.pairs)

    def mentor(self, layout):
        """A call that checks the journal of a layout once and gives its cost."""
        command = measure.check(self.binary, self.journal(layout))
        return lambda: measure.run(command)

    def instructions(self, layout, pairs):
        return measure.instructions(measure.check(self.binary, self.journal(layout, pairs)))


@dataclass
class Row:
    letter: str
    what: str
    goal: float
    measured: float | None = None
    note: str = ""
    stage: float | None = None
    at_least: bool = False
    unit: str = ""

    def reaches(self, limit):
        return self.measured >= limit if self.at_least else self.measured <= limit

    def verdict(self):
        if self.measured is None:
            return "skipped"
        return "ok" if self.reaches(self.goal) else "stage" if self.reaches(self.stage or self.goal) else "miss"

    def __str__(self):
        sign = ">=" if self.at_least else "<="
        limits = [f"{sign} {limit:.2f}{self.unit}" for limit in (self.goal, self.stage or self.goal)]
        measured = "-" if self.measured is None else f"{self.measured:.2f}{self.unit}"
        return f"{self.letter}  {self.what:44} {limits[0]:>12} {limits[1]:>12} {measured:>10}  {self.verdict():8}{self.note}".rstrip()


def against(bench, letter, layout, name, baseline, goal):
    """A row: CPU of a check over CPU of a plain tool on the same folder."""
    what = f"{layout}: check / {name}"
    if not shutil.which(baseline[0]):
        return Row(letter, what, goal, None, f"{baseline[0]} is not installed", SLACK * goal)
    output = "/dev/null" if "cat" in baseline else None
    ratio, ours, theirs = measure.compare(bench.mentor(layout), lambda: measure.run(baseline, output), bench.runs)
    return Row(letter, what, goal, ratio, f"{ours:.3f} s / {theirs:.3f} s", SLACK * goal)


def against_cat(bench, letter, layout, goal):
    return against(bench, letter, layout, "find -exec cat {} +",
                   ["find", str(bench.journal(layout)), "-type", "f", "-exec", "cat", "{}", "+"], goal)


def against_rg(bench, letter, layout, goal):
    return against(bench, letter, layout, "rg -j1 -c held", ["rg", "-j1", "-c", "held", str(bench.journal(layout))], goal)


def row_a(bench):
    yield against_rg(bench, "A", "b", .7)
    yield against_cat(bench, "A", "b", .25)


def row_b(bench):
    yield against_cat(bench, "B", "a-yaml", 1.0)
    yield against_rg(bench, "B", "a-yaml", 3.0)


def row_c(bench):
    yield against_cat(bench, "C", "a-md", .5)


def works(command):
    """Why a peer cannot run here, or nothing."""
    if not shutil.which(command[0]):
        return f"{command[0]} is not installed"
    tried = subprocess.run(command, capture_output=True, env=measure.environment())
    return "" if tried.returncode == 0 else f"not runnable here: {' '.join(command)}"


def row_d(bench):
    ledger, folder = measure.journal(bench.data, "ledger", bench.pairs), str(bench.journal("a-yaml"))
    python = sys.executable
    for name, goal, probe, command in [
            ("hledger check", 30, ["hledger", "--version"], ["hledger", "-f", str(ledger), "check"]),
            ("ledger bal", 7, ["ledger", "--version"], ["ledger", "--init-file", "/dev/null", "-f", str(ledger), "bal"]),
            ("Node js-yaml script", 12, ["node", "-e", "require('js-yaml')"], ["node", str(PEERS / "last_held.js"), folder]),
            ("PyYAML CSafeLoader script", 80, [python, "-c", "from yaml import CSafeLoader"],
             [python, str(PEERS / "last_held.py"), folder])]:
        what = f"{name} / check of a-yaml"
        missing = works(probe)
        if missing:
            yield Row("D", what, goal, None, missing, goal / SLACK, True, "x")
            continue
        ratio, theirs, ours = measure.compare(lambda: measure.run(command), bench.mentor("a-yaml"), bench.peer_runs)
        yield Row("D", what, goal, ratio, f"{theirs:.2f} s / {ours:.3f} s", goal / SLACK, True, "x")


def row_e(bench):
    for layout in LAYOUTS:
        folder = bench.journal(layout)
        files = measure.size(folder)[0]
        goal = 16 + 100 * files / measure.MIB
        peak = measure.peak(measure.check(bench.binary, folder))
        note = f"{files} files, threads as the program likes" if peak else "GNU time is not installed"
        yield Row("E", f"{layout}: peak memory, MiB", goal, peak and peak / measure.MIB, note)


def counted(row, count):
    """The row with its figure, or skipped where valgrind is not installed. The count gives a figure and a note."""
    if shutil.which("valgrind"):
        row.measured, row.note = count()
    else:
        row.note = "valgrind is not installed"
    return row


def row_f(bench):
    few = max(1, bench.pairs // 10)
    for layout in LAYOUTS:
        yield counted(Row("F", f"{layout}: instructions, {10 * few} / {few} pairs", 10.1),
                      lambda: (bench.instructions(layout, 10 * few) / bench.instructions(layout, few), ""))
    for layout in ("a-yaml", "a-md"):
        yield counted(Row("F", f"{layout}: one file, 2,000 / 1,000 meetings", 2.2), lambda: doubled_file(bench, layout))


def doubled_file(bench, layout):
    start = measure.instructions([str(bench.binary), "--version"])
    one, two = (measure.instructions(measure.check(bench.binary, measure.journal(bench.data, layout, 1, n, ["--steady"]))) - start
                for n in (1000, 2000))
    return two / one, "less the instructions of --version"


def row_g(bench):
    dynamic = measure.is_dynamic(bench.binary)
    one = bench.journal("a-md", 1)
    for what, command, goal, note in [
            ("mentor --version / true, wall", [str(bench.binary), "--version"], 3 if dynamic else 1.5,
             "dynamic" if dynamic else "static"),
            ("check of one pair / true, wall", measure.check(bench.binary, one), 2.5, "")]:
        ratio, ours, theirs = measure.compare(lambda: measure.run(command), lambda: measure.run(["/bin/true"]), STARTS,
                                              of=lambda cost: cost.wall)
        yield Row("G", what, goal, ratio, f"{1000 * ours:.2f} ms / {1000 * theirs:.2f} ms {note}")


def row_h(bench):
    pairs = min(bench.pairs, 1000)
    for layout, goal in (("a-yaml", 30), ("a-md", 7), ("b", 18)):
        yield counted(Row("H", f"{layout}: instructions per byte, {pairs} pairs", goal, stage=SLACK * goal),
                      lambda: per_byte(bench, layout, pairs))


def per_byte(bench, layout, pairs):
    total, read = bench.instructions(layout, pairs), measure.size(bench.journal(layout, pairs))[1]
    return total / read, f"{total / 1e6:.1f} M / {read / 1e6:.2f} MB"


ROWS = {"A": row_a, "B": row_b, "C": row_c, "D": row_d, "E": row_e, "F": row_f, "G": row_g, "H": row_h}


def print_table(bench, letters):
    """Prints each row as soon as it is measured; says whether all went well."""
    print(f"   {'what':44} {'goal':>12} {'stage':>12} {'measured':>10}")
    well = True
    for letter in letters:
        try:
            for row in ROWS[letter](bench):
                print(row, flush=True)
                well = well and row.verdict() != "miss"
        except measure.Failed as failure:
            print(f"{letter}  failed: {failure}", flush=True)
            well = False
    return well


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=measure.ROOT / "build/release/mentor")
    parser.add_argument("--pairs", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=7, help="alternating pairs of runs for a median")
    parser.add_argument("--peer-runs", type=int, default=3, help="the same for the slow peers of row D")
    parser.add_argument("--data", type=Path, default=measure.ROOT / "build/bench", help="where the journals are made and kept")
    parser.add_argument("--only", default="".join(ROWS), help="the rows to measure, as in A,B,H")
    args = parser.parse_args()
    if not args.binary.exists():
        parser.error(f"no such binary: {args.binary}")
    letters = [letter for letter in args.only.upper().replace(",", "")]
    if not set(letters) <= set(ROWS):
        parser.error(f"--only takes letters of {', '.join(ROWS)}")
    bench = Bench(args.binary.resolve(), args.data.resolve(), args.pairs, args.runs, args.peer_runs)
    sys.exit(0 if print_table(bench, letters) else 1)


if __name__ == "__main__":
    main()
