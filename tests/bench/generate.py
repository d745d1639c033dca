#!/usr/bin/env python3
"""Writes synthetic mentoring programmes for benchmarks: same arguments, same bytes.

  generate.py OUT --layout a-yaml|a-md|b|ledger [--pairs 100] [--meetings 24] [--seed 1]

Every layout carries the same content for the same pairs, meetings and seed; only the form differs.
  a-yaml   one YAML file a pair, its meetings inside       OUT/pairs/cohort-0001/SLUG.yaml
  a-md     one Markdown file a pair: the header and the
           goals as front matter, a section per meeting    OUT/pairs/cohort-0001/SLUG.md
  b        a folder a pair: relationship.md and one
           small file per meeting, with front matter       OUT/pairs/cohort-0001/SLUG/2026-03-02.md
  ledger   one journal for ledger and hledger, with one
           transaction per meeting                         OUT (a file)

A pair has 2 to 4 goals and exactly N meetings: held 84 %, cancelled 9 %, no-show 4 %, moved 3 %. A meeting
has 2 to 6 sentences of notes and 1 to 4 actions. Held ones have a length, pulses (70 %), feedback (35 %) and a
next date (60 %). Of the pairs 75 % are steady, 15 % drift apart (every gap 5 % longer, meetings ever shorter)
and 10 % stopped 60 to 240 days earlier. The last day is 2026-06-30; check with --today 2026-07-01.
On purpose in the YAML: notes as `|` (70 %), `>-` (15 %) or quoted (15 %), flow and block maps, names beyond
ASCII, `: ` and `#` inside text. Not in it: anchors, tags, tabs, comments. Nobody in it is a real person.
"""
import argparse
import datetime as dt
import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

LAST_DAY = dt.date(2026, 6, 30)
COHORT = 250

FIRST = """Abena Anouk Beatriz Bilal Cédric Dagný Dorota Emeka Ewa Farid Gaëlle Gustav Hélène Hiro Ilse Imani Jorun
    Kasper Leïla Linnéa Lucía Małgorzata Mihail Nneka Nuño Oisín Paweł Rasmus Renée Rohan Sabine Şirin Siobhán
    Tadeo Thandi Torbjörn Ulrike Vesna Wanjiru Xavier Yara Zsófia""".split()
LAST = """Abara Almeida Bergström Bouchard Castaño Dąbrowski D'Souza Eklund Fontaine Grønlund Hakimi Herrmann Ito
    Jovanović Kamau Keller Laurent Mbeki Molnár Nørgaard Obi O'Neill Okonkwo Palacios Quintero Rossi Sørby Szabó
    Takahashi Tremblay Ulrich Verma Wachira Weiß Yamada Zieliński""".split()
INITIALS = "ABCDEFGHIJKLMNOPRSTVW"

# A `~` is a space at which no line breaks: a line of notes never begins with a key, a list mark or a heading.
SUBJECTS = ["We", "We", "The two of us", "The mentee", "The mentor", "Both"]
VERBS = ["went into", "circled back to", "looked hard at", "made sense of", "untangled", "tried out", "got stuck on",
         "found a smaller version of", "put words to", "argued about", "gave shape to", "stayed with"]
TOPICS = ["the talk for the autumn meetup", "what a lead does on a quiet day", "the estimate nobody believes",
          "a handover that went badly", "the second chapter", "how to disagree with an architect in public",
          "the roadmap (two~parts:~scope and pace)", "saying no without a long apology", "the portfolio review",
          "who decides about the release train", "the draft of proposal~#2", "reading less and writing more",
          "what 'ready' means to the team", "the gap between plan and calendar", "a first budget of one's own",
          "the question behind the question", "an offer from another department"]
TAILS = ["", "", "", ", and left two points open on purpose", ", which was new for both", ", with an example from last week",
         ", so the list is shorter now", ", but without a conclusion yet", ", because the team is about to change shape",
         ", though the real question came up at the end", ", and it was lighter than expected"]
GOALS = [("meetup-talk", "Give a talk at the autumn meetup"), ("first-lead", "Lead one small project to its end"),
         ("second-chapter", "Finish the second chapter"), ("clear-reviews", "Write reviews that people thank for"),
         ("wider-circle", "Know ten people outside the own team"), ("budget", "Plan and defend a budget"),
         ("delegate", "Hand over two tasks for good"), ("calm-meetings", "Chair a meeting that ends on time"),
         ("portfolio", "Have a portfolio that speaks for itself"), ("field-work", "Spend a month with the field team")]
GOAL_STATES = ["active", "active", "met", "dropped"]
DEEDS = ["Sketch", "Rewrite", "Show Edda", "Cut by half", "Ask two people about", "Sleep on", "Rehearse aloud",
         "Bring back", "Write ten lines on", "Time", "Put a date on", "Find an example for", "Hand over", "Compare"]
THINGS = ["the opening of the talk", "the list of open questions", "the estimate", "the reading notes", "the one-page plan",
          "the handover checklist", "the review template", "the hardest chapter", "the weekly summary", "the portfolio",
          "the budget table", "the agenda for the offsite", "the draft proposal", "the interview guide"]
VOICES = ["I would have liked ten minutes more for this.", "This was the hour I needed.", "Clear at last what comes first.",
          "We talk a lot about work and little about me.", "More questions, please, and fewer answers.",
          "I am unsure that this goal is still mine.", "A good pace today."]
CADENCES = [("weekly", 7), ("2 weeks", 14), ("2 weeks", 14), ("monthly", 30)]


@dataclass
class Action:
    owner: str
    text: str
    due: dt.date
    done: dt.date | None


@dataclass
class Meeting:
    date: dt.date
    status: str
    by: str | None
    notice: str | None
    moved_to: dt.date | None
    minutes: str | None
    pulse: tuple[int, int] | None
    feedback: tuple[str, str] | None
    sentences: list[str]
    actions: list[Action]
    next: dt.date | None
    style: float  # which of the equal spellings this meeting uses


@dataclass
class Pair:
    number: int
    mentor: str
    mentee: str
    cadence: str
    started: dt.date
    goals: list[tuple[str, str, str, dt.date, dt.date]]  # id, title, status, set, due
    meetings: list[Meeting]

    @property
    def slug(self):
        names = unicodedata.normalize("NFKD", f"{self.mentor} {self.mentee}".lower())
        words = "".join(c for c in names if c.isascii() and (c.isalnum() or c == " ")).split()
        return "-".join([f"{self.number:06d}", *words])

    @property
    def folder(self):
        return f"pairs/cohort-{self.number // COHORT + 1:04d}"

    def first_name(self, role):
        return (self.mentor if role == "mentor" else self.mentee).split()[0]


# ---- the content

def make_pairs(count, meetings, seed, steady=False):
    for number in range(count):
        yield make_pair(number, meetings, random.Random(seed * 1_000_003 + number), steady)


def make_pair(number, count, rand, steady):
    mentor_first, mentee_first = rand.sample(FIRST, 2)
    cadence, days = CADENCES[0] if steady else rand.choice(CADENCES)
    draw = 0.0 if steady else rand.random()
    mood = "steady" if draw < .75 else "drift" if draw < .90 else "stopped"
    dates = meeting_dates(count, days, mood, rand)
    started = dates[0] - dt.timedelta(days=days)
    return Pair(number, full_name(mentor_first, rand), full_name(mentee_first, rand), cadence, started,
                make_goals(started, rand), [make_meeting(k, dates, days, mood, rand) for k in range(count)])


def full_name(first, rand):
    return f"{first} {rand.choice(INITIALS)}. {rand.choice(LAST)}"


def meeting_dates(count, days, mood, rand):
    """The dates of one pair, rising, no two alike, laid from the last one backwards."""
    gap, gaps = float(days), []
    for _ in range(count):
        gaps.append(max(1, round(rand.gauss(gap, gap * .12))))
        if mood == "drift":
            gap *= 1.05
    last = LAST_DAY - dt.timedelta(days=rand.randint(0, days) + (rand.randint(60, 240) if mood == "stopped" else 0))
    dates = [last]
    for gap in reversed(gaps[1:]):
        dates.append(dates[-1] - dt.timedelta(days=gap))
    return dates[::-1]


def make_goals(started, rand):
    goals = []
    for name, title in rand.sample(GOALS, rand.randint(2, 4)):
        day = started + dt.timedelta(days=rand.randint(0, 30))
        goals.append((name, title, rand.choice(GOAL_STATES), day, day + dt.timedelta(days=rand.randint(90, 400))))
    return goals


def make_meeting(k, dates, days, mood, rand):
    date = dates[k]
    following = dates[k + 1] if k + 1 < len(dates) else date + dt.timedelta(days=days)
    draw = rand.random()
    status = "held" if draw < .84 else "cancelled" if draw < .93 else "no-show" if draw < .97 else "moved"
    held = status == "held"
    return Meeting(
        date=date, status=status,
        by=None if held else rand.choice(("mentor", "mentee")),
        notice=rand.choice(("2 h", "1 day", "2 days")) if status in ("cancelled", "moved") else None,
        moved_to=following if status == "moved" else None,
        minutes=make_minutes(1 - .5 * k / len(dates) if mood == "drift" else 1, rand) if held else None,
        pulse=(rand.randint(2, 5), rand.randint(2, 5)) if held and rand.random() < .7 else None,
        feedback=(rand.choice(("mentor", "mentee", "mentee")), rand.choice(VOICES)) if held and rand.random() < .35 else None,
        sentences=[make_sentence(rand) for _ in range(rand.randint(2, 6))],
        actions=make_actions(date, rand),
        next=following if held and rand.random() < .6 else None,
        style=rand.random())


def make_minutes(share, rand):
    planned = rand.choice((30, 45, 60, 60, 60, 90))
    return f"{max(5, round(planned * share * rand.uniform(.7, 1.15) / 5) * 5)}/{planned}"


def make_sentence(rand):
    return f"{rand.choice(SUBJECTS)} {rand.choice(VERBS)} {rand.choice(TOPICS)}{rand.choice(TAILS)}."


def make_actions(date, rand):
    actions = []
    for deed in rand.sample(DEEDS, rand.randint(1, 4)):
        due = date + dt.timedelta(days=rand.choice((7, 14, 14, 21, 30)))
        done = max(date, due + dt.timedelta(days=rand.randint(-9, 9))) if rand.random() < .65 else None
        if done and done > LAST_DAY:
            done = None
        actions.append(Action(rand.choice(("mentor", "mentee", "mentee")), f"{deed} {rand.choice(THINGS)}", due, done))
    return actions


# ---- the forms

def wrapped(sentences, indent="", width=92):
    lines, line = [], ""
    for word in " ".join(sentences).split(" "):
        word = word.replace("~", " ")
        if line and len(line) + 1 + len(word) > width:
            lines.append(indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [indent + line]


def quoted(name):
    return f'"{name}"' if "'" in name else name


def header(pair):
    lines = [f"mentor: {quoted(pair.mentor)}", f"mentee: {quoted(pair.mentee)}", f"started: {pair.started}",
             f"cadence: {pair.cadence}", "goals:"]
    for name, title, status, day, due in pair.goals:
        lines += [f"  - id: {name}", f"    title: {title}", f"    status: {status}", f"    set: {day}", f"    due: {due}"]
    return lines


def meeting_fields(m, pad):
    """The fields of a meeting as YAML, without date, notes and actions."""
    lines = [f"{pad}status: {m.status}"]
    for key, value in (("by", m.by), ("notice", m.notice), ("to", m.moved_to), ("minutes", m.minutes), ("next", m.next)):
        if value:
            lines.append(f"{pad}{key}: {value}")
    if m.pulse and m.style < .5:
        lines.append(f"{pad}pulse: {{mentor: {m.pulse[0]}, mentee: {m.pulse[1]}}}")
    elif m.pulse:
        lines += [f"{pad}pulse:", f"{pad}  mentor: {m.pulse[0]}", f"{pad}  mentee: {m.pulse[1]}"]
    if m.feedback and m.style < .5:
        lines.append(f'{pad}feedback: [{{from: {m.feedback[0]}, text: "{m.feedback[1]}"}}]')
    elif m.feedback:
        lines += [f"{pad}feedback:", f"{pad}  - from: {m.feedback[0]}", f'{pad}    text: "{m.feedback[1]}"']
    return lines


def yaml_notes(m):
    if m.style < .70:
        return ["    notes: |"] + wrapped(m.sentences, "      ")
    if m.style < .85:
        return ["    notes: >-"] + wrapped(m.sentences, "      ")
    return [f'    notes: "{" ".join(m.sentences)}"'.replace("~", " ")]


def yaml_action(a, flow):
    done = [("done", a.done)] if a.done else []
    fields = [f"{key}: {value}" for key, value in [(a.owner, a.text), ("due", a.due)] + done]
    return ["      - {" + ", ".join(fields) + "}"] if flow else ["      - " + fields[0]] + ["        " + f for f in fields[1:]]


def box(pair, a):
    done = f" done:{a.done}" if a.done else ""
    return f"- [{'x' if a.done else ' '}] {pair.first_name(a.owner)}: {a.text} due:{a.due}{done}"


def heading(m):
    if m.status == "held":
        return f"## {m.date} held {m.minutes} min"
    if m.status == "moved":
        return f"## {m.date} moved to {m.moved_to} by {m.by}, {m.notice} before"
    return f"## {m.date} no-show {m.by}" if m.status == "no-show" else f"## {m.date} cancelled by {m.by}, {m.notice} before"


def as_yaml(pair):
    lines = header(pair) + ["meetings:"]
    for m in pair.meetings:
        lines += [f"  - date: {m.date}"] + meeting_fields(m, "    ") + yaml_notes(m) + ["    actions:"]
        for a in m.actions:
            lines += yaml_action(a, m.style < .25)
    yield f"{pair.slug}.yaml", lines


def as_markdown(pair):
    lines = ["---"] + header(pair) + ["---", "", f"# {pair.mentor} and {pair.mentee}", ""]
    for m in pair.meetings:
        lines += [heading(m), ""]
        if m.pulse:
            lines += [f"Pulse: mentor {m.pulse[0]}, mentee {m.pulse[1]}", ""]
        lines += wrapped(m.sentences) + [""] + [box(pair, a) for a in m.actions] + [""]
        ends = [f"Feedback from {m.feedback[0]}: {m.feedback[1]}"] if m.feedback else []
        ends += [f"Next: {m.next}"] if m.next else []
        lines += ends + [""] if ends else []
    yield f"{pair.slug}.md", lines[:-1]


def as_folder(pair):
    yield f"{pair.slug}/relationship.md", ["---"] + header(pair) + ["---", "", f"# {pair.mentor} and {pair.mentee}"]
    for m in pair.meetings:
        yield f"{pair.slug}/{m.date}.md", (["---", f"date: {m.date}"] + meeting_fields(m, "") + ["---", ""] + wrapped(m.sentences)
                                           + ["", "## Actions", ""] + [box(pair, a) for a in m.actions])


def as_ledger(pair, accounts):
    """The pair's transactions; the pairs share the given number of accounts, two for each group of pairs."""
    account = f"pairs:g{pair.number % max(1, accounts // 2):06d}"
    for m in pair.meetings:
        lines = [f"{m.date} {'*' if m.status == 'held' else '!'} {pair.mentor} | {pair.mentee} {m.status}"]
        lines += [f"    ; {s}".replace("~", " ") for s in m.sentences] + [f"    ; todo: {a.text} @{a.owner} due {a.due}" for a in m.actions]
        spent = m.minutes.split("/")[0] if m.minutes else 0
        yield m.date, "\n".join(lines + [f"    {account}:actual   {spent} min", f"    {account}:balance"]) + "\n\n"


FORMS = {"a-yaml": as_yaml, "a-md": as_markdown, "b": as_folder}


def write_journal(out, form, pairs, newline):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "mentor.yaml", "w", encoding="utf-8", newline=newline) as file:
        file.write("programme: Synthetic programme for benchmarks\ncoordinator: Edda T. Lindqvist <edda@example.org>\n")
    made = set()
    for pair in pairs:
        for name, lines in form(pair):
            path = out / pair.folder / name
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            with open(path, "w", encoding="utf-8", newline=newline) as file:
                file.write("\n".join(lines) + "\n")


def write_ledger(out, pairs, accounts, newline):
    entries = sorted((entry for pair in pairs for entry in as_ledger(pair, accounts)), key=lambda entry: entry[0])
    with open(out, "w", encoding="utf-8", newline=newline) as file:
        file.writelines(text for _, text in entries)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--layout", required=True, choices=[*FORMS, "ledger"])
    parser.add_argument("--pairs", type=int, default=100)
    parser.add_argument("--meetings", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steady", action="store_true", help="weekly pairs only, none drifts or stops (for very long files)")
    parser.add_argument("--accounts", type=int, default=100, help="ledger: how many accounts the pairs share")
    parser.add_argument("--crlf", action="store_true", help="end lines with CR LF")
    args = parser.parse_args()
    pairs = make_pairs(args.pairs, args.meetings, args.seed, args.steady)
    newline = "\r\n" if args.crlf else "\n"
    if args.layout == "ledger":
        write_ledger(args.out, pairs, args.accounts, newline)
    else:
        write_journal(args.out, FORMS[args.layout], pairs, newline)


if __name__ == "__main__":
    main()
