#!/usr/bin/env python3
"""Enters a meeting with an editor, in a terminal of its own: what is filled in is entered, what is left alone is not, and nothing is lost.

usage: tests/tools/editor.py MENTOR
"""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

ADA = "---\nmentor: Grace Hopper\nmentee: Ada Lovelace\nlength: 60 min\n---\n\n## 2026-03-02 held\n"
failures = []


def run(mentor, words, editor, ada=ADA, variable="EDITOR"):
    """What the program prints in a terminal, its exit code, what the file holds then, and what lies among the temporary files."""
    with tempfile.TemporaryDirectory(prefix="mentor-editor-") as folder:
        path, temporary = pathlib.Path(folder, "ada.md"), pathlib.Path(folder, "tmp")
        path.write_text(ada)
        temporary.mkdir()
        script = pathlib.Path(temporary, "editor")
        script.write_text("#!/bin/sh\n" + editor)
        script.chmod(0o755)
        environment = {**os.environ, "TMPDIR": str(temporary), "LC_ALL": "C", "TERM": "dumb"}
        environment.pop("VISUAL", None)
        environment[variable] = str(script)
        ours, theirs = pty.openpty()
        child = subprocess.Popen([mentor, "log", "ada", "-C", folder, "--today", "2026-03-30", *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        printed = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            printed += part
        os.close(ours)
        code = child.wait()
        script.unlink()
        left = {name.name: (name.read_text(), name.stat().st_mode & 0o777) for name in temporary.iterdir()}
        return printed.decode(), code, path.read_text(), left


def hold(name, is_so, *seen):
    if not is_so:
        failures.append(f"{name}: {seen}")


def main():
    mentor = str(pathlib.Path(sys.argv[1]).resolve())

    seen = printed, code, text, left = run(mentor, [], """sed -i 's/^Topics:/Topics: work/; s/^- \\[ \\] $/- [ ] Ada: draft the talk/; s/^Next:/Next: 2026-04-13/' "$1" """)
    hold("filled in", code == 0 and not left, *seen)
    hold("filled in", text == ADA + "\n## 2026-03-30 held /60 min\n\nTopics: work\n\n- [ ] Ada: draft the talk\n\nNext: 2026-04-13\n", text)
    hold("what was entered is said", "2026-03-30, held" in printed and "ada.md:9" in printed, printed)

    seen = printed, code, text, left = run(mentor, [], "cp \"$1\" \"$TMPDIR/seen\"; stat -c %a \"$1\" >> \"$TMPDIR/seen\"")
    sheet = left.pop("seen")[0]
    hold("left alone", code == 0 and text == ADA and not left and "nothing was filled in" in printed, *seen)
    hold("the sheet has the agenda, and is its owner's alone", "<!--" in sheet and " min)" in sheet and sheet.endswith("600\n"), sheet)

    seen = printed, code, text, left = run(mentor, [], """sed -i '1s/.*/## 2026-03-30 cancelled by mentee, 2 h before/' "$1" """, variable="VISUAL")
    hold("called off", code == 0 and text == ADA + "\n## 2026-03-30 cancelled by mentee, 2 h before\n", *seen)

    seen = printed, code, text, left = run(mentor, [], """echo '## 2026-03-30 held
Goals: nowhere
my own words' > "$1" """)
    hold("what cannot be entered is kept", code == 3 and text == ADA and [kept[0].endswith("my own words\n") for kept in left.values()] == [True], *seen)
    hold("and it is said where", "is kept in" in printed and "nowhere" in printed, printed)

    seen = printed, code, text, left = run(mentor, [], "exit 1")
    hold("an editor that fails", code == 3 and text == ADA and not left and "without success" in printed, *seen)

    seen = printed, code, text, left = run(mentor, [], """echo x >> "$TMPDIR/../ada.md"; sed -i 's/^Topics:/Topics: work/' "$1" """)
    hold("written to while the editor is open", code == 0 and text == ADA + "x\n\n## 2026-03-30 held /60 min\n\nTopics: work\n", *seen)

    seen = printed, code, text, left = run(mentor, ["--minutes", "50"], "touch \"$TMPDIR/started\"")
    hold("no editor where an option says it", code == 0 and not left and "Minutes" not in printed and "50" in text, *seen)

    done = subprocess.run([mentor, "log", "nobody"], stdin=subprocess.DEVNULL, capture_output=True, text=True, env={**os.environ, "EDITOR": "touch /nonexistent/started"})
    hold("no editor without a terminal", "editor" not in done.stderr, done)

    print("\n".join(failures) or "all sheets were entered as they were filled in")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
