"""Made-up mentoring pairs whose true state is known on every day, written as a journal folder.

Each pair goes through phases (well, sliding, stopped, closed); what its notes tell follows from the phase and from how carefully the pair
writes. Nothing here was used to choose a figure of the method. A world says how pairs write and how a slide shows:

  careful   nearly everything is noted at once, with the dates that are agreed
  everyday  about half of the signs, a few days late
  sparse    few signs, late, no list of holidays, some meetings never noted
  subtle    as everyday, but a slide shows in gaps, minutes and pulses, hardly in cancellations
"""
import datetime
import random
from dataclasses import dataclass, field

FIRST = datetime.date(2024, 1, 1)
WATCHED = 420  # days of each pair
SPREAD = 180   # days over which the pairs begin
HOLIDAYS = [(170, 200), (354, 369), (535, 565)]  # days off for everybody


@dataclass(frozen=True)
class World:
    noted: float      # how likely a pair keeps a given sign
    delay: float      # mean days until an entry is written
    booked: float     # how likely an agreed date is noted
    cadence: float    # how likely the agreed rhythm is noted
    holidays: bool    # whether the days off are listed
    lost: float       # share of held meetings that are never noted
    broken: float     # how much a slide shows in what does not take place


WORLDS = {
    "careful": World(.92, .3, .8, .97, True, 0, 1),
    "everyday": World(.6, 2, .5, .85, True, .01, 1),
    "sparse": World(.3, 5, .2, .6, False, .04, 1),
    "subtle": World(.6, 2, .5, .85, True, .01, .25),
}


@dataclass
class Pair:
    id: str
    cadence: int
    start: int
    end: int = 0                  # the last day that is looked at
    fate: str = ""
    slide: tuple = (None, None)   # days [from, to)
    stop: int | None = None       # nothing takes place from this day on
    closed: int | None = None
    last_held: int | None = None
    told_cadence: bool = False    # whether the notes name the rhythm
    cause: str = "both"           # who lets it slide
    pauses: list = field(default_factory=list)    # the lines of each list of the journal
    meetings: list = field(default_factory=list)
    contacts: list = field(default_factory=list)
    held: list = field(default_factory=list)  # (day, day it was written)

    def truth(self, day):
        """well, sliding, stopped or closed."""
        if self.closed is not None and day >= self.closed:
            return "closed"
        if self.stop is not None and day > max(self.last_held or self.start, self.slide[0] or 0):
            return "stopped"
        return "sliding" if self.slide[0] is not None and self.slide[0] <= day < self.slide[1] else "well"

    def first_missed(self):
        """The day of the first meeting that a stop lets fall out."""
        return (self.last_held if self.last_held is not None else self.start) + self.cadence


def iso(day):
    return (FIRST + datetime.timedelta(days=day)).isoformat()


class Author:
    """Lives through one pair's days and writes them down."""

    def __init__(self, world, seed, number):
        self.world = WORLDS[world]
        self.rng = rng = random.Random(f"{world} {seed} {number}")
        start = rng.randrange(SPREAD)
        self.pair = Pair(f"{world}-{number:05}", rng.choices([7, 14, 21, 28, 42, 90], [12, 30, 12, 28, 10, 8])[0], start)
        self.pair.end = start + WATCHED
        self.signs = {name: rng.random() < self.world.noted for name in ("minutes", "agenda", "pulse", "feedback", "actions", "by", "contacts")}
        self.absences = []

    def plan(self):
        rng, p = self.rng, self.pair
        p.fate = rng.choices(["well", "slides and stops", "slides and recovers", "stops", "closes"], [42, 18, 14, 16, 10])[0]
        onset = p.start + rng.randrange(60, 320)
        length = int(p.cadence * rng.uniform(3, 6)) + rng.randrange(14)
        p.cause = rng.choices(["mentor", "mentee", "both"], [38, 37, 25])[0]
        if p.fate.startswith("slides"):
            p.slide = (onset, onset + length)
        if p.fate == "slides and stops":
            p.stop = onset + length
        if p.fate == "stops":
            p.stop = onset
        if p.fate == "closes":
            p.closed = onset
            p.end = onset
        if rng.random() < .3:  # a pause that both know of
            at = p.start + rng.randrange(40, 360)
            pause = (at, at + rng.randrange(14, 46))
            self.absences.append(pause)
            announced = at - rng.randrange(3, 15)
            if p.stop is None or announced < p.stop:
                p.pauses.append(f"  - {{from: {iso(pause[0])}, to: {iso(pause[1])}, announced: {iso(announced)}}}")
        if rng.random() < .2:  # one that nobody writes down
            at = p.start + rng.randrange(40, 360)
            self.absences.append((at, at + rng.randrange(14, 36)))

    def is_away(self, day):
        return any(a <= day <= b for a, b in self.absences) or any(a <= day <= b for a, b in HOLIDAYS)

    def back(self, day):
        while self.is_away(day):
            day += 1
        return day

    def depth(self, day):
        """0 while well, to 1 in the course of a slide."""
        p = self.pair
        if p.slide[0] is None or not p.slide[0] <= day < p.slide[1]:
            return 0
        return min(1, .4 + (day - p.slide[0]) / (1.5 * p.cadence))

    def live(self):
        p, rng = self.pair, self.rng
        day, last = p.start + rng.randrange(1, p.cadence + 1), p.start
        while True:
            day = self.back(day)
            if day >= p.end or (p.stop is not None and day >= p.stop) or (p.closed is not None and day > p.closed):
                break
            self.meet(day, last)
            last = day
            stretch = 1 + .9 * self.depth(day) * rng.random()
            day += max(2, round(p.cadence * stretch * rng.lognormvariate(0, .16)))
        if p.stop is not None:
            self.fade(day, last)

    def meet(self, day, agreed):
        """One agreed day, whatever becomes of it."""
        p, rng, depth = self.pair, self.rng, self.depth(day)
        broken = depth * self.world.broken
        outcome = rng.choices(["held", "cancelled", "moved", "no-show"],
                              [.87 - .30 * broken, .06 + .16 * broken, .05 + .05 * broken, .02 + .09 * broken])[0]
        delay = min(30, int(rng.expovariate(1 / self.world.delay)))
        booked = f", booked: {iso(max(agreed, p.start))}" if rng.random() < self.world.booked else ""
        logged = f", logged: {iso(day + delay)}" if delay else ""
        if outcome == "held":
            p.last_held = day
            if rng.random() < self.world.lost:
                return
            p.held.append((day, day + delay))
            p.meetings.append(f"  - {{date: {iso(day)}{booked}{logged}{self.told(day, depth)}}}")
            return
        side = p.cause if depth and p.cause != "both" and rng.random() < .85 else rng.choice(["mentor", "mentee"])
        if outcome == "cancelled" and not depth and rng.random() < .4:
            side = "external"
        by = f", by: {side}" if self.signs["by"] or outcome == "no-show" else ""
        notice = f", notice: {rng.choice(['2 h', '5 h', '1 day', '3 days'])}" if outcome != "no-show" and rng.random() < self.world.noted else ""
        p.meetings.append(f"  - {{date: {iso(day)}, status: {outcome}{by}{notice}{booked}{logged}}}")

    def told(self, day, depth):
        rng, out = self.rng, ""
        if self.signs["minutes"]:
            out += f", minutes: {max(10, min(75, round(60 * rng.gauss(1 - .25 * depth, .08))))}/60"
        if self.signs["agenda"]:
            out += f", agenda-by: {rng.choice(['mentor', 'mentee', 'both']) if rng.random() < .82 - .35 * depth else 'none'}"
        if self.signs["pulse"]:
            pulse = [max(1, min(5, round(rng.gauss(4.3 - 1.0 * depth, .55)))) for _ in range(2)]
            out += f", pulse: {{mentor: {pulse[0]}, mentee: {pulse[1]}}}"
        if self.signs["feedback"]:
            out += ", feedback: [{from: both}]" if rng.random() < .4 - .25 * depth else ", feedback: []"
        if self.signs["actions"] and rng.random() < .7:
            due = day + self.pair.cadence
            done = f", done: {iso(due - rng.randrange(0, 3))}" if rng.random() < .76 - .35 * self.depth(due) and self.alive(due) else ""
            out += f", actions: [{{{rng.choice(['mentor', 'mentee'])}: the next step, due: {iso(due)}{done}}}]"
        return out

    def alive(self, day):
        return self.pair.stop is None or day < self.pair.stop

    def fade(self, day, last):
        """What is noted after the last meeting of a pair that stops."""
        p, rng = self.pair, self.rng
        side = p.cause if p.cause != "both" else rng.choice(["mentor", "mentee"])
        other = {"mentor": "mentee", "mentee": "mentor"}[side]
        if rng.random() < self.world.booked * .6:
            p.meetings.append(f"  - {{date: {iso(day)}, status: planned, booked: {iso(max(last, p.start))}}}")
        elif rng.random() < .3:
            p.meetings.append(f"  - {{date: {iso(day)}, status: {rng.choice(['cancelled', 'no-show'])}, by: {side}}}")
        if self.signs["contacts"]:
            for days in (rng.randrange(5, 20), rng.randrange(20, 45))[:rng.choice([0, 1, 1, 2])]:
                p.contacts.append(f"  - {{date: {iso(day + days)}, from: {other}}}")

    def file(self):
        p = self.pair
        lines = [f"mentor: Mentor {p.id}", f"mentee: Mentee {p.id}", f"started: {iso(p.start)}", "length: 60 min"]
        p.told_cadence = self.rng.random() < self.world.cadence
        if p.told_cadence:
            lines.append(f"cadence: {p.cadence} days")
        for key in ("pauses", "contacts", "meetings"):
            if getattr(p, key):
                lines += [f"{key}:", *getattr(p, key)]
        if p.closed is not None:
            lines.append(f"closing: {{closed: {iso(p.closed)}, reason: the goals are reached}}")
        return "\n".join(lines) + "\n"


def make(world, seed, pairs, folder, settings=""):
    """Writes the journal of `pairs` pairs into `folder` and gives the pairs."""
    (folder / "pairs").mkdir(parents=True, exist_ok=True)
    listed = ["holidays:", *(f"  - {{from: {iso(a)}, to: {iso(b)}}}" for a, b in HOLIDAYS)] if WORLDS[world].holidays else []
    (folder / "mentor.yaml").write_text("\n".join([f"programme: {world}", *listed, settings]) + "\n")
    made = []
    for number in range(pairs):
        author = Author(world, seed, number)
        author.plan()
        author.live()
        (folder / "pairs" / f"{author.pair.id}.yaml").write_text(author.file())
        made.append(author.pair)
    return made
