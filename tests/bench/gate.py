#!/usr/bin/env python3
"""Fails when a check became dearer or stopped being linear: a gate for CI, by callgrind, so free of noise.

  tests/bench/gate.py --binary build/release/mentor [--data DIR]

For each layout it counts the instructions of a check of 1, 30 and 60 pairs and judges, start-up taken off,
  cost     instructions per byte of what the pairs beyond the first add, against what the program needed when HELD was last set
  growth   (60 - 1 pairs) over (30 - 1 pairs), against the bytes of the same, at most 5 % above
Exit status: 0 held, 1 not held, 77 skipped (no valgrind, or no binary). Meant for an optimised build without sanitizers.
"""
import argparse
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
import measure

# Instructions per byte as last measured. Lower them when a change makes the program cheaper; the goals are in table.py.
HELD = {"a-yaml": 66, "a-md": 98, "b": 117}
MARGIN = 1.05
GROWTH = 1.05
SIZES = (1, 30, 60)
PATIENCE = 30  # seconds for one run; a healthy one takes two
SKIPPED = 77


def cost(binary, folder):
    return measure.instructions(measure.check(binary, folder), PATIENCE), measure.size(folder)[1]


def judge(layout, costs):
    """One line for a layout, and whether it holds."""
    (count_1, bytes_1), (count_30, bytes_30), (count_60, bytes_60) = costs
    per_byte = (count_60 - count_1) / (bytes_60 - bytes_1)
    growth = per_byte / ((count_30 - count_1) / (bytes_30 - bytes_1))
    limit = HELD[layout] * MARGIN
    held = per_byte <= limit and growth <= GROWTH
    return (f"{layout:7} {per_byte:8.2f} instructions/byte (at most {limit:.2f}), growth {growth:.3f} (at most {GROWTH}), "
            f"start-up {count_1 / 1e6:.2f} M: {'ok' if held else 'MISS'}"), held


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=measure.ROOT / "build/release/mentor")
    parser.add_argument("--data", type=Path, default=measure.ROOT / "build/bench", help="where the journals are made and kept")
    args = parser.parse_args()
    if not shutil.which("valgrind") or not args.binary.exists():
        print("skipped:", f"no {args.binary}" if shutil.which("valgrind") else "valgrind is not installed")
        sys.exit(SKIPPED)
    folders = {(layout, pairs): measure.journal(args.data.resolve(), layout, pairs) for layout in HELD for pairs in SIZES}
    with ThreadPoolExecutor(2) as pool:
        jobs = {key: pool.submit(cost, args.binary.resolve(), folder) for key, folder in folders.items()}
    try:
        lines = [judge(layout, [jobs[layout, pairs].result() for pairs in SIZES]) for layout in HELD]
    except measure.Failed as failure:
        sys.exit(f"failed: {failure}")
    print("\n".join(line for line, _ in lines))
    sys.exit(0 if all(held for _, held in lines) else 1)


if __name__ == "__main__":
    main()
