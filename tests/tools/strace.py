"""Runs a program under strace: lists its system calls, and kills it, fails it or stops it at one of them."""
import collections
import os
import re
import shutil
import signal
import subprocess
import tempfile

# A thread would count its own calls.
ENVIRONMENT = {**os.environ, "MENTOR_THREADS": "1", "LC_ALL": "C"}
# They leave everything outside of the process as it was, so that a kill before them is one before the next call.
WITHIN = re.compile(r"^(brk|mmap|munmap|mprotect|madvise|rt_sig\w+|futex|sched_\w+|getrandom|rseq|set_\w+|exit_group|exit)$")

# One call of a run: its name, the how-manieth of that name it is, the line of the log.
Call = collections.namedtuple("Call", "name count line")
Ended = collections.namedtuple("Ended", "code err")


def is_possible():
    """Whether this system lets a program be traced."""
    if not shutil.which("strace"):
        return False
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"], capture_output=True)
    return tried.returncode == 0


def calls(argv, folder):
    """All calls from the first that opens the folder, or something in it, up to the end."""
    with tempfile.NamedTemporaryFile("r", suffix=".strace") as log:
        subprocess.run(["strace", "-f", "-y", "-o", log.name, *argv], capture_output=True, env=ENVIRONMENT)
        counts, found, began = collections.Counter(), [], False
        for line in log:
            match = re.match(r"\d+ +(\w+)\((.*)", line)
            if not match:
                continue
            name = match[1]
            counts[name] += 1
            began = began or (name.startswith("open") and f'"{folder}' in match[2])
            if began:
                found.append(Call(name, counts[name], line.split(" ", 1)[1].strip()))
        return found


def _run(argv, call, what, **options):
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call.name}", "-e", f"inject={call.name}:{what}:when={call.count}", *argv]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", env=ENVIRONMENT, **options)
    return Ended(done.returncode, done.stderr)


def end(argv, call, by="KILL"):
    """Sends a signal at the call: SIGKILL before it is made, any other behind it."""
    return _run(argv, call, f"signal={by}")


def fail(argv, call, error):
    return _run(argv, call, f"error={error}")


def stop(argv, stops):
    """Stops the program behind each of the calls, does what stands beside it, and lets it go on. `stops` are pairs of a call and a function."""
    names = sorted({call.name for call, _ in stops})
    inject = [word for call, _ in stops for word in ("-e", f"inject={call.name}:signal=STOP:when={call.count}")]
    command = ["strace", "-f", "-e", "trace=" + ",".join(names), *inject, *argv]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", env=ENVIRONMENT) as run:
        waiting, err = [action for _, action in stops], []
        for line in run.stderr:
            err.append(line)
            if "stopped by SIGSTOP" in line and waiting:
                waiting.pop(0)()
                with open(f"/proc/{run.pid}/task/{run.pid}/children") as children:
                    os.kill(int(children.read().split()[0]), signal.SIGCONT)
    return Ended(run.returncode, "".join(err))
