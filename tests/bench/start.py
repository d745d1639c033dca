#!/usr/bin/env python3
"""How long one line in a large journal takes, against the start of the program.

  tests/bench/start.py --binary build/release/mentor [--pairs 10000] [--meetings 500]

Prints the shortest time of `mentor --version`, and those of `mentor log`, with and without --dry-run, on a relationship of so many meetings
in a folder of so many pairs, as multiples of it. Times of one machine mean nothing by themselves; the ratio does.
"""
import argparse
import datetime
import subprocess
import tempfile
import time
from pathlib import Path

RUNS = 100


def shortest(argv, before):
    best = float("inf")
    for _ in range(RUNS):
        before()
        begin = time.perf_counter()
        subprocess.run(argv, stdout=subprocess.DEVNULL, check=True)
        best = min(best, time.perf_counter() - begin)
    return best * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=10000)
    parser.add_argument("--meetings", type=int, default=500)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mentor-start-") as folder:
        pairs = Path(folder, "pairs")
        pairs.mkdir()
        Path(folder, "mentor.yaml").write_text("defaults: {cadence: 2 weeks}\n")
        for i in range(args.pairs):
            (pairs / f"p{i}.md").write_text(f"---\nmentor: M{i}\nmentee: N{i}\n---\n\n## 2026-01-14 held\n")
        day = datetime.date(2016, 1, 4)
        text = "---\nmentor: Grace Hopper\nmentee: Ada Lovelace\ncadence: weekly\n---\n"
        for i in range(args.meetings):
            text += f"\n## {day} held 55/60 min\n\nTopics: work\n\nWe talked about the draft and what it needs.\n\n- [x] Ada: read chapter {i} done:{day}\n"
            day += datetime.timedelta(days=7)
        ada = pairs / "ada.md"
        log = [args.binary.resolve(), "log", "ada", "-C", folder, "--note", "one line", "--today", str(day)]
        version = shortest([args.binary.resolve(), "--version"], lambda: None)
        print(f"mentor --version: {version:.2f} ms")
        for name, argv in (("log --dry-run", [*log, "--dry-run"]), ("log", log)):
            taken = shortest(argv, lambda: ada.write_text(text))
            print(f"mentor {name}: {taken:.2f} ms, {taken / version:.1f} times that")


if __name__ == "__main__":
    main()
