#!/usr/bin/env python3
"""Tries everything that can go wrong while a file is written, on the program and on writers that are known to be wrong.

usage: tests/tools/write_path.py MENTOR COMMIT_PROBE

Killed, interrupted or failed at each system call, a full disk, a limit on the size, a read-only folder, other programs that write at each
pause, four writers at once, and the order in which bytes reach the disk: the files must be the old ones or the new ones, the exit code
must tell which, and what others write must survive. Each trial must also find the wrong writers of commit_probe.cpp wrong. Exits 77
where programs cannot be traced.
"""
import concurrent.futures
import contextlib
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import strace  # noqa: E402

OLD = "---\nmentor: Grace Hopper\nmentee: Ada Lovelace\n---\n\n## 2026-01-14 held\n"
ERRORS = ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EINTR", "EACCES", "EMFILE", "ENOMEM"]
LEFT_BEHIND = re.compile(r"(^|/)\.[^/]+\.mentor-[0-9a-f]{16}(-\d+)?$")


class Writer:
    """A command that writes, the files it begins from, and those it leaves. `{}` in its words is the folder."""

    def __init__(self, name, words, before, all_errors=False):
        self.name, self.words, self.before, self.all_errors = name, words, before, all_errors
        with self.folder() as folder:
            done = subprocess.run(self.argv(folder), capture_output=True, text=True, env=strace.ENVIRONMENT)
            self.after, self.prints = files(folder), bool(done.stdout)
            if done.returncode != 0 or self.after == self.before:
                sys.exit(f"{name} writes nothing: {done.stderr}")
        with self.folder() as folder:
            self.calls = strace.calls(self.argv(folder), folder)

    def argv(self, folder):
        return [word.replace("{}", folder) for word in self.words]

    @contextlib.contextmanager
    def folder(self):
        with tempfile.TemporaryDirectory(prefix="mentor-write-") as folder:
            for name, text in self.before.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text)
            yield folder

    def wrong(self, found):
        """What is neither old nor new; a file left behind under a name of its own is not looked at."""
        legal = lambda name: {self.before.get(name), self.after.get(name)}
        return [f"{name}: {short(found.get(name))}" for name in {**self.before, **self.after, **found} if not LEFT_BEHIND.search(name) and found.get(name) not in legal(name)]

    def left(self, found):
        return [name for name in found if name not in self.before and name not in self.after]


def short(text):
    return repr(text) if text is None or len(text) < 80 else f"{text[:30]!r}...{text[-30:]!r} ({len(text)} bytes)"


def files(folder):
    """All files below the folder, by path."""
    root = pathlib.Path(folder)
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file() and not path.is_symlink()}


# Each trial gives complaints, none when all is well.

def killed(writer):
    for call in writer.calls:
        if strace.WITHIN.match(call.name):
            continue
        with writer.folder() as folder:
            strace.end(writer.argv(folder), call)
            found = files(folder)
            yield from (f"killed before {call.line}: {what}" for what in writer.wrong(found))
            if any(found.get(name) != text for name, text in writer.before.items()) or set(writer.after) - set(writer.before) & set(found):
                continue
            again = subprocess.run(writer.argv(folder), capture_output=True, env=strace.ENVIRONMENT)
            seen = {name: text for name, text in files(folder).items() if not LEFT_BEHIND.search(name)}
            if again.returncode != 0 or seen != writer.after:
                yield f"killed before {call.line}: the next run ends with {again.returncode} and leaves {[(name, short(text)) for name, text in seen.items()]}"


def interrupted(writer):
    for number, call in enumerate(writer.calls):
        if strace.WITHIN.match(call.name):
            continue
        with writer.folder() as folder:
            strace.end(writer.argv(folder), call, ("INT", "TERM", "HUP")[number % 3])
            found = files(folder)
            yield from (f"interrupted after {call.line}: {what}" for what in writer.wrong(found) + writer.left(found))


def failed(writer):
    for number, call in enumerate(writer.calls):
        if call.name in ("exit_group", "exit", "brk", "munmap", "futex") or call.name.startswith("rt_sig"):
            continue  # they cannot fail, or not in this way
        for error in ERRORS if writer.all_errors else [ERRORS[number % len(ERRORS)]]:
            with writer.folder() as folder:
                ended, where = strace.fail(writer.argv(folder), call, error), f"{error} at {call.line}"
                found = files(folder)
                yield from (f"{where}: {what}" for what in writer.wrong(found) + writer.left(found))
                if ended.code == 0 and found != writer.after:
                    yield f"{where}: ends with 0 and has not written"
                if ended.code != 0 and found == writer.after and not writer.prints:
                    yield f"{where}: ends with {ended.code} and has written"
                if ended.code < 0 or ended.code > 3:
                    yield f"{where}: ends with {ended.code}: {ended.err}"


def cut_short(writer):
    """A limit on the size of files: the last write writes a part, and the next one nothing."""
    longest = max(len(text) for text in writer.after.values())
    for limit in range(0, longest, max(1, longest // 12)):
        with writer.folder() as folder:
            set_limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            done = subprocess.run(writer.argv(folder), capture_output=True, text=True, preexec_fn=set_limit, env=strace.ENVIRONMENT)
            found = files(folder)
            yield from (f"at most {limit} bytes: {what}" for what in writer.wrong(found) + writer.left(found))
            if done.returncode == 0 and found != writer.after:
                yield f"at most {limit} bytes: ends with 0 and has not written"


def in_order(writer):
    """Each file: written, brought to the disk, put in its place, the folder brought to the disk, and nothing more of it but removals."""
    beside, synced, placed = None, False, False
    for call in writer.calls:
        file = re.search(r"<([^>]*)>", call.line)
        if call.name in ("openat", "open", "creat") and re.search("O_CREAT|O_TRUNC", call.line):
            if placed:
                yield f"{call.line}: the folder was not brought to the disk after what came before"
            beside, synced = (file_opened(call.line), False)
        elif call.name in ("write", "pwrite64") and file and file[1] == beside:
            synced = False
            if placed:
                yield f"{call.line}: written to in its place"
        elif call.name in ("fsync", "fdatasync"):
            if file and file[1] == beside:
                synced = True
            elif placed:
                beside, placed = None, False
        elif call.name in ("rename", "renameat", "renameat2", "link", "linkat"):
            if not synced:
                yield f"{call.line}: put in its place before it was on the disk"
            placed = True
    if placed:
        yield "the folder was never brought to the disk"
    if beside:
        yield f"{beside} was written to where it stands"


def file_opened(line):
    match = re.search(r"= \d+<([^>]*)>", line)
    return match[1] if match else None


# $0 is the folder, $1 the journal's text, $2 what ails the disk, and behind it stands the command.
SMALL_DISK = """
mount -t tmpfs -o size=96k none "$0" || exit 77
printf %s "$1" > "$0/ada.md"
case $2 in
  full) dd if=/dev/zero of="$0/fill" bs=1k 2>/dev/null ;;
  read-only) mount -o remount,ro "$0" || exit 77 ;;
esac
shift 2
"$@"
code=$?
ls -A "$0" >&2
cat "$0/ada.md"
exit $code
"""


def can_mount():
    with tempfile.TemporaryDirectory(prefix="mentor-disk-") as folder:
        return subprocess.run(["unshare", "-Urm", "sh", "-c", SMALL_DISK, folder, "", "none", "true"], capture_output=True).returncode == 0


def without_room(probe, way, what):
    with tempfile.TemporaryDirectory(prefix="mentor-disk-") as folder:
        argv = ["unshare", "-Urm", "sh", "-c", SMALL_DISK, folder, OLD, what, probe, way, folder + "/ada.md", "- a line"]
        done = subprocess.run(argv, capture_output=True, text=True)
        if done.returncode != 3 or done.stdout != OLD:
            yield f"ends with {done.returncode} and leaves {done.stdout!r}: {done.stderr}"
        wanted = "bytes are needed" if what == "full" else "Read-only file system"
        if ".mentor-" in done.stderr or wanted not in done.stderr:
            yield done.stderr


THEIRS, OURS = b"theirs\n", b"ours\n"


def append(path):
    with open(path, "ab") as file:
        file.write(THEIRS)


def save_over(path):
    beside = path.with_suffix(".theirs")
    beside.write_bytes(path.read_bytes() + THEIRS)
    os.rename(beside, path)


def check_out(path):
    path.unlink()
    path.write_bytes(OLD.encode() + THEIRS)


def cut(path):
    os.truncate(path, 0)


def delete(path):
    path.unlink()


def make_link(path):
    path.unlink()
    path.symlink_to("elsewhere.md")


def move_folder(path):
    os.rename(path.parent, str(path.parent) + ".moved")


def meanwhile(words, ours, action):
    """Another program does something at each pause; its bytes survive, and ours are there if and only if the exit code says so."""
    writer = Writer("meanwhile", words, {"pairs/ada.md": OLD.encode()})
    for call in writer.calls:
        if strace.WITHIN.match(call.name):
            continue
        with writer.folder() as folder:
            path = pathlib.Path(folder, "pairs/ada.md")
            ended = strace.stop(writer.argv(folder), [(call, lambda: action(path))])
            found = files(folder)
            where = f"{action.__name__} after {call.line}"
            if action is move_folder:
                if ended.code == 0 and found != {"pairs.moved/ada.md": writer.after["pairs/ada.md"]} or ended.code != 0 and found != {"pairs.moved/ada.md": OLD.encode()}:
                    yield f"{where}: ends with {ended.code} and leaves {found}"
                continue
            text = found.pop("pairs/ada.md", None)
            if found or text == OLD.encode() or (text and text.count(ours) > 1):
                yield f"{where}: leaves {text!r} and {found}"
            elif action in (append, save_over, check_out):
                if text.count(THEIRS) != 1 or not text.startswith(OLD.encode()):
                    yield f"{where}: {text!r}"
                if (ours in text) != (ended.code == 0) and action is not check_out:
                    yield f"{where}: ends with {ended.code} and leaves {text!r}"
            elif action is cut and text not in (b"", ours) or action is delete and text is not None or action is make_link and not path.is_symlink():
                yield f"{where}: {text!r}"


def twice_meanwhile(probe):
    """Saved by another program right before the exchange and again right behind it: both texts are kept, and told of."""
    writer = Writer("right", [probe, "right", "{}/ada.md", "ours"], {"ada.md": OLD.encode()})
    before, behind = (next(call for call in writer.calls if call.name == name) for name in ("fsync", "renameat2"))
    with writer.folder() as folder:
        path = pathlib.Path(folder, "ada.md")
        ended = strace.stop(writer.argv(folder), [(before, lambda: path.write_bytes(b"first\n")), (behind, lambda: append(path))])
        found = files(folder)
        if ended.code != 3 or found.pop("ada.md", b"") != b"first\n" or [THEIRS in text for text in found.values()] != [True] or "compare the two" not in ended.err:
            yield f"ends with {ended.code} and leaves {files(folder)}: {ended.err}"


def entries_at_once(mentor, count):
    """Four people enter meetings into one file: every one that was told to be entered is there, once."""
    with tempfile.TemporaryDirectory(prefix="mentor-at-once-") as folder:
        path = pathlib.Path(folder, "ada.md")
        path.write_text(OLD)
        loop = 'i=0; while [ $i -lt "$3" ]; do "$1" log ada -C "$2" --contact-from mentee --note "line $4 $i." >/dev/null && echo "line $4 $i."; i=$((i+1)); done'
        runs = [subprocess.Popen(["sh", "-c", loop, "sh", mentor, folder, str(count), str(writer)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) for writer in range(4)]
        told = sorted(line for run in runs for line in run.communicate()[0].splitlines())
        found = sorted(re.findall(r"line \d+ \d+\.", path.read_text()))
        if found != told:
            yield f"{len(told)} entries were told to be made, {len(found)} are there"
        if len(told) < 4 * count:
            yield f"{4 * count - len(told)} entries were refused"


def reads_only_its_own(mentor):
    """An entry opens the files of its relationship, and no other's."""
    before = {f"pairs/{name}.md": OLD.encode() for name in ("ada", "bo", "cy", "2026/ada")} | {"pairs/dee/relationship.md": OLD.encode(), "mentor.yaml": b"programme: ours\n"}
    writer = Writer("log", [mentor, "log", "ada", "-C", "{}", "--note", "ours", "--today", "2026-03-30"], before)
    opened = {match[1] for call in writer.calls if call.name == "openat" and "ENOENT" not in call.line for match in [re.search(r'"([^"]*)", O_RDONLY', call.line)] if match}
    for name in opened:
        if any(other in name for other in ("bo", "cy", "dee", "2026")):
            yield f"opens {name}"
    if "ada.md" not in opened:
        yield f"opens {opened}"


def at_once(probe, way, count):
    """Four writers, each adding lines of its own: every line that was told to be there is there, once."""
    with tempfile.TemporaryDirectory(prefix="mentor-at-once-") as folder:
        path = pathlib.Path(folder, "ada.md")
        path.write_text(OLD)
        loop = 'i=0; while [ $i -lt "$4" ]; do "$1" "$2" "$3" "line $5 $i." && echo "line $5 $i."; i=$((i+1)); done'
        runs = [subprocess.Popen(["sh", "-c", loop, "sh", probe, way, str(path), str(count), str(writer)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) for writer in range(4)]
        told = sorted(line for run in runs for line in run.communicate()[0].splitlines())
        found = sorted(line for line in path.read_text().splitlines() if line.startswith("line "))
        if found != told:
            yield f"{len(told)} lines were told to be written, {len(found)} are there"
        if len(told) < 4 * count:
            yield f"{4 * count - len(told)} lines were refused"


def trials(mentor, probe):
    """(name, complaints as a function, whether there must be some), the longest first."""
    journal = {"ada.md": OLD.encode()}
    notes = {"notes/2026-01-14.md": b"# 2026-01-14\n\n- [ ] Ada: read\n"}
    folder = {"cy/relationship.md": OLD.split("\n\n")[0].encode() + b"\n", "cy/2026-03-02.md": b"# 2026-03-02 held\n\n- [ ] Ada: read\n"}
    commands = [
        ("log", ["log", "ada", "--minutes", "50", "--note", "ours", "--next", "+2w"], journal),
        ("log, a file a meeting", ["log", "cy", "--note", "ours"], folder),
        ("done", ["done", "cy", "read"], folder),
        ("pause", ["pause", "ada", "--to", "+4w"], journal),
        ("snooze", ["snooze", "ada", "--until", "+4w"], journal),
        ("close", ["close", "ada", "--write", "--decided", "today"], journal),
        ("feedback", ["feedback", "ada", "--set", "stalled", "--for", "mentee", "--write"], journal),
        ("new", ["new", "bo", "--mentor", "Grace Hopper", "--mentee", "Bo Peep"], {"mentor.yaml": b"programme: ours\n"}),
        ("init", ["init"], {"notes.txt": b"old\n"}),
    ]
    writers = [
        Writer("right", [probe, "right", "{}/ada.md", "ours"], journal, all_errors=True),
        Writer("create", [probe, "create", "{}/bo.md", "ours"], journal, all_errors=True),
        Writer("import", [mentor, "import", "notes", "{}/notes", "--mentor", "Grace Hopper", "--mentee", "Ada Lovelace", "-C", "{}"], notes),
        *(Writer(name, [mentor, *words, "-C", "{}", "--today", "2026-03-30"], before) for name, words, before in commands),
        Writer("generate", [mentor, "generate", "completions", "--output", "{}"], {"completions/_mentor": b"old\n"}),
    ]
    wrong = {way: Writer(way, [probe, way, "{}/ada.md", "ours"], journal) for way in ("in-place", "unsynced", "checked-rename")}
    for writer in writers:
        for trial in (failed, killed, interrupted, cut_short, in_order):
            yield f"{writer.name} {trial.__name__}", lambda trial=trial, writer=writer: trial(writer), False
    for trial, way in ((failed, "in-place"), (killed, "in-place"), (interrupted, "checked-rename"), (cut_short, "in-place"), (in_order, "unsynced"), (in_order, "in-place")):
        yield f"{way} {trial.__name__}", lambda trial=trial, way=way: trial(wrong[way]), True
    for action in (append, save_over, check_out, cut, delete, make_link, move_folder):
        yield f"another program: {action.__name__}", lambda action=action: meanwhile([probe, "right", "{}/pairs/ada.md", "ours"], OURS, action), False
    for action in (append, save_over, check_out, cut, delete, make_link, move_folder):
        log = [mentor, "log", "ada", "-C", "{}", "--contact-from", "mentee", "--note", "ours", "--today", "2026-03-30"]
        yield f"log, another program: {action.__name__}", lambda log=log, action=action: meanwhile(log, b"## 2026-03-30 contact from mentee: ours\n", action), False
    yield "checked-rename, another program: append", lambda: meanwhile([probe, "checked-rename", "{}/pairs/ada.md", "ours"], OURS, append), True
    yield "another program, twice", lambda: twice_meanwhile(probe), False
    yield "four at once", lambda: at_once(probe, "right", 100), False
    yield "log reads only its own", lambda: reads_only_its_own(mentor), False
    yield "log, four at once", lambda: entries_at_once(mentor, 100), False
    yield "checked-rename, four at once", lambda: at_once(probe, "checked-rename", 50), True
    if not can_mount():
        print("passed over: no disk can be mounted here, so none is full")
        return
    for what in ("full", "read-only"):
        yield f"a {what} disk", lambda what=what: without_room(probe, "right", what), False
    yield "in-place, a full disk", lambda: without_room(probe, "in-place", "full"), True


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    if not strace.is_possible():
        print("passed over: there is no strace, or programs cannot be traced here")
        sys.exit(77)
    mentor, probe = (str(pathlib.Path(word).resolve()) for word in sys.argv[1:])
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        pending = [(name, pool.submit(lambda run=run: list(run())), is_wrong) for name, run, is_wrong in trials(mentor, probe)]
        for name, future, is_wrong in pending:
            complaints = future.result()
            if bool(complaints) != is_wrong:
                failures += 1
                print(f"FAILED {name}: " + ("\n  ".join(complaints[:5]) if complaints else "the trial does not find this writer wrong"))
    print(f"{len(pending)} trials, {failures} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
