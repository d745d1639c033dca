"""Runs programs for the benchmarks and says what they cost; makes the journals they read."""
import hashlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GENERATOR = HERE / "generate.py"
TODAY = "2026-07-01"
MIB = 1024 * 1024


class Failed(Exception):
    """A measured command did not do its work, so its cost means nothing."""


@dataclass
class Cost:
    cpu: float  # user + system seconds, children included
    wall: float


def check(binary, folder):
    return [str(binary), "check", "-C", str(folder), "--today", TODAY]


def environment(threads=1):
    """The caller's environment without what would change the output; threads=None leaves their number to the program."""
    env = {k: v for k, v in os.environ.items() if k not in ("CI", "GITHUB_ACTIONS", "GITLAB_CI") and not k.startswith("MENTOR_")}
    env["NODE_PATH"] = os.pathsep.join(filter(None, [env.get("NODE_PATH"), "/usr/share/nodejs", "/usr/local/lib/node_modules"]))
    return env | ({"MENTOR_THREADS": str(threads)} if threads else {})


def run(command, output=None, threads=1):
    """Runs a command and gives its Cost. Its output goes to a file, for some programs do less for /dev/null."""
    with open(output, "wb") if output else tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment(threads))
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            err.seek(0)
            raise Failed(f"{' '.join(command)}: exit {process.returncode}: {err.read().decode(errors='replace')[-400:].strip()}")
    return Cost(usage.ru_utime + usage.ru_stime, wall)


def compare(first, second, runs, of=lambda cost: cost.cpu):
    """Runs two measured calls in turn; gives the median of the paired ratios and both medians."""
    first(), second()  # the page cache is warm from here on
    pairs = [(of(first()), of(second())) for _ in range(runs)]
    ratios = [a / b if b else float("inf") for a, b in pairs]
    return statistics.median(ratios), statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def peak(command, threads=None):
    """Peak resident bytes, by GNU time: a child started from Python would show Python's own peak. None without it."""
    tool = shutil.which("time")
    if not tool:
        return None
    with tempfile.NamedTemporaryFile("r") as result:
        run([tool, "-q", "-f", "%M", "-o", result.name, *command], threads=threads)
        return int(result.read().split()[-1]) * 1024


def instructions(command, timeout=None):
    """Instructions of the whole process, one thread, by callgrind."""
    with tempfile.TemporaryFile() as out:
        try:
            done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], stdin=subprocess.DEVNULL,
                                  stdout=out, stderr=subprocess.PIPE, env=environment(), timeout=timeout)
        except subprocess.TimeoutExpired:
            raise Failed(f"{' '.join(command)}: not done after {timeout} s under callgrind") from None
    text = done.stderr.decode(errors="replace")
    found = re.search(r"Collected : (\d+)", text)
    if done.returncode not in (0, 1) or not found:
        said = re.sub(r"^==\d+==.*\n", "", text, flags=re.M)
        raise Failed(f"callgrind {' '.join(command)}: exit {done.returncode}: {said[-400:].strip()}")
    return int(found[1])


def journal(data, layout, pairs, meetings=24, options=()):
    """The path of a generated journal, made now unless it is there and of this generator."""
    path = Path(data) / "-".join([layout, f"{pairs}x{meetings}", *(o.strip("-") for o in options)])
    stamp, digest = path.with_name(path.name + ".stamp"), hashlib.sha256(GENERATOR.read_bytes()).hexdigest()
    if path.exists() and stamp.exists() and stamp.read_text() == digest:
        return path
    stamp.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    subprocess.run([sys.executable, str(GENERATOR), str(path), "--layout", layout, "--pairs", str(pairs),
                    "--meetings", str(meetings), *options], check=True)
    stamp.write_text(digest)
    return path


def size(folder):
    """Files and bytes below a folder."""
    sizes = [os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def is_dynamic(binary):
    """Whether a program is loaded by the dynamic linker (or is no ELF file at all)."""
    with open(binary, "rb") as file:
        start = file.read(4096)
    return not start.startswith(b"\x7fELF") or b"/ld-" in start
