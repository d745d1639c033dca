#!/usr/bin/env python3
"""How well stalls are found: mentor over weekly looks at made-up pairs whose true state is known, and a plain rule beside it.

  tests/detection/figures.py --binary build/release/mentor [--pairs 500] [--seed 1] [--world careful ...] [--counted]

Prints one row for each world and detector, as Markdown:
  wrongly stalled   alarms that begin while a pair is well, in 100 years of pairs that are well (stalled or dormant), with a 95 % interval
  any false alarm   the same with drifting
  stops found       of the pairs that stop, the share with an alarm at a look at most two rhythms after the first meeting that fell out
  slides found      of the pairs that slide, the share with an alarm at most three rhythms after it began
  right             of the alarms "stalled", the share that began after the last meeting of a pair that had stopped
  who               of the stops that one side brought about: named rightly, wrongly, not named
The plain rule calls a pair stalled when its last meeting that is noted lies more than so many rhythms (agreed, else 30 days) back: two,
and as many as it takes until it gives no more false alarms than mentor gives of any kind.
--hold exits with 1 when a world has more wrongly stalled pairs than the budget allows (beyond chance), or when the plain rule finds as
many stops at the same number of false alarms: a test that the detector is still better than counting days.
--counted lets `mentor programme` count an equal programme first, made with another seed, and puts its figures into mentor.yaml.
Everything is made up by simulate.py: differences between rows mean more than the figures themselves.
"""
import argparse
import json
import math
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True
import simulate

STOPPED = {"stalled", "dormant"}
ANY = STOPPED | {"drifting"}
DAYS_PER_YEAR = 365.25
BUDGET = 10  # method::kStalledBudget


@dataclass
class Sums:
    healthy_days: int = 0
    wrongly_stalled: int = 0
    any_false: int = 0
    stops: int = 0
    stops_found: int = 0
    slides: int = 0
    slides_found: int = 0
    alarms: int = 0
    right: int = 0
    who: list = field(default_factory=lambda: [0, 0, 0])


def run(binary, folder, day, *command):
    done = subprocess.run([binary, *command, "-C", folder, "--today", simulate.iso(day), "--format", "json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, done.args))}\n{done.stderr}")
    return json.loads(done.stdout)


def looks(binary, folder, pairs):
    """By pair, the list of (day, state, party) of all weekly looks: the answers of the program."""
    first, last = min(p.start for p in pairs), max(p.end for p in pairs)
    seen = {pair.id: [] for pair in pairs}
    days = range(first + 7, last + 1, 7)
    with ThreadPoolExecutor(2) as pool:
        for day, report in zip(days, pool.map(lambda day: run(binary, folder, day, "check"), days)):
            for each in report["relationships"]:
                seen[Path(each["id"]).name].append((day, each["state"], each["party"]))
    return {p.id: [look for look in seen[p.id] if p.start < look[0] <= p.end] for p in pairs}


def plain(pairs, rhythms):
    """The same by the plain rule."""
    out = {}
    for p in pairs:
        rhythm = p.cadence if p.told_cadence else 30
        out[p.id] = []
        for day in range(p.start + 7, p.end + 1, 7):
            last = max((held for held, written in p.held if written <= day), default=p.start)
            state = "closed" if p.closed is not None and day >= p.closed else "stalled" if day - last > rhythms * rhythm else "on-track"
            out[p.id].append((day, state, None))
    return out


def judge(pairs, seen):
    sums = Sums()
    for p in pairs:
        before = "on-track"
        for day, state, _ in seen[p.id]:
            truth = p.truth(day)
            sums.healthy_days += 7 * (truth == "well")
            if state in STOPPED and before not in STOPPED:
                sums.alarms += 1
                sums.right += truth == "stopped"
                sums.wrongly_stalled += truth == "well"
            sums.any_false += state in ANY and before not in ANY and truth == "well"
            before = state
        if p.stop is not None and p.first_missed() + 2 * p.cadence <= p.end:
            missed = p.first_missed()
            in_time = [look for look in seen[p.id] if missed - p.cadence < look[0] <= missed + 2 * p.cadence]
            sums.stops += 1
            sums.stops_found += any(state in ANY for _, state, _ in in_time)
            if p.cause != "both":
                named = [party for _, state, party in seen[p.id] if state in STOPPED and party in ("mentor", "mentee")]
                sums.who[2 if not named else 0 if named[0] == p.cause else 1] += 1
        if p.slide[0] is not None and p.slide[0] + 3 * p.cadence <= p.end:
            sums.slides += 1
            sums.slides_found += any(state in ANY for day, state, _ in seen[p.id] if p.slide[0] < day <= p.slide[0] + 3 * p.cadence)
    return sums


def matched(pairs, most):
    """The plain rule's number of rhythms with at most so many false alarms, and what it finds then."""
    rhythms = 2.0
    while (sums := judge(pairs, plain(pairs, rhythms))).any_false > most:
        rhythms += .1
    return rhythms, sums


def interval_of_count(count):
    """95 % for a count, by the approximation of Byar."""
    low = count * (1 - 1 / (9 * count) - 1.96 / (3 * math.sqrt(count))) ** 3 if count else 0
    more = count + 1
    return low, more * (1 - 1 / (9 * more) + 1.96 / (3 * math.sqrt(more))) ** 3


def yearly(count, days):
    low, high = (100 * DAYS_PER_YEAR * bound / days for bound in interval_of_count(count))
    return f"{100 * DAYS_PER_YEAR * count / days:.1f} ({low:.1f}-{high:.1f})"


def share(of, everything):
    return f"{100 * of / everything:.0f} %" if everything else "-"


def row(world, detector, s):
    cells = (world, detector, yearly(s.wrongly_stalled, s.healthy_days), yearly(s.any_false, s.healthy_days), share(s.stops_found, s.stops),
             share(s.slides_found, s.slides), share(s.right, s.alarms), "/".join(map(str, s.who)))
    return "| " + " | ".join(cells) + " |"


def holds(ours, plain_rule):
    low = 100 * DAYS_PER_YEAR * interval_of_count(ours.wrongly_stalled)[0] / ours.healthy_days
    return low <= BUDGET and ours.stops_found > plain_rule.stops_found


def counted_settings(binary, world, seed, pairs, folder):
    """The lines that `mentor programme` gives for another cohort of the same world."""
    cohort = simulate.make(world, seed, pairs, folder)
    report = run(binary, folder, max(p.end for p in cohort), "programme")
    lines = [line["what"] for part in report["parts"] for line in part["lines"]]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=Path(__file__).parents[2] / "build/release/mentor")
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--world", action="append", choices=list(simulate.WORLDS))
    parser.add_argument("--counted", action="store_true", help="a further row, with the figures that mentor counts")
    parser.add_argument("--hold", action="store_true", help="exit with 1 when it is no better than the plain rule")
    args = parser.parse_args()
    held = True
    print("| world | detector | wrongly stalled | any false alarm | stops found | slides found | right | who |")
    print("|---|---|---|---|---|---|---|---|")
    for world in args.world or simulate.WORLDS:
        with tempfile.TemporaryDirectory() as scratch:
            pairs = simulate.make(world, args.seed, args.pairs, Path(scratch) / "journal")
            ours = judge(pairs, looks(args.binary, Path(scratch) / "journal", pairs))
            print(row(world, "mentor", ours), flush=True)
            if args.counted:
                settings = counted_settings(args.binary, world, args.seed + 1000, args.pairs, Path(scratch) / "cohort")
                pairs = simulate.make(world, args.seed, args.pairs, Path(scratch) / "journal", settings)
                print(row(world, "mentor, counted", judge(pairs, looks(args.binary, Path(scratch) / "journal", pairs))), flush=True)
            print(row(world, "2 rhythms", judge(pairs, plain(pairs, 2))), flush=True)
            rhythms, sums = matched(pairs, ours.any_false)
            print(row(world, f"{rhythms:.1f} rhythms", sums), flush=True)
            held = held and holds(ours, sums)
    sys.exit(1 if args.hold and not held else 0)


if __name__ == "__main__":
    main()
